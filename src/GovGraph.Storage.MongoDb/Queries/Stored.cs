using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace GovGraph.Storage.MongoDb.Queries;

/// <summary>How plain values of fields are kept: enums by their public names, days as dates.</summary>
internal static class Stored
{
    private static readonly ConcurrentDictionary<Type, string[]> Names = new();

    /// <summary>The public names of an enum, in the order of its values.</summary>
    public static string[] NamesOf(Type type) => Names.GetOrAdd(type, static type => [.. Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseUpper.ConvertName)]);

    public static string Name<T>(T value)
        where T : struct, Enum => NamesOf(typeof(T))[Convert.ToInt32(value, CultureInfo.InvariantCulture)];

    public static object? Value(object? value) => value is Enum named
        ? NamesOf(value.GetType())[Convert.ToInt32(named, CultureInfo.InvariantCulture)]
        : value;

    /// <summary>What a value is sorted by: enums by their place, as they are declared.</summary>
    public static object? Rank(object? value) => value is Enum named ? Convert.ToInt32(named, CultureInfo.InvariantCulture) : value;
}
