using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using GovGraph.Storage.MongoDb.Bson;

namespace GovGraph.Storage.MongoDb.Queries;

/// <summary>How plain values of fields are kept: enums by their public names, days as dates.</summary>
internal static class Stored
{
    private static readonly ConcurrentDictionary<Type, string[]> Names = new();

    /// <summary>The public names of an enum, in the order of its values.</summary>
    public static string[] NamesOf(Type type) => Names.GetOrAdd(type, static type => [.. Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseUpper.ConvertName)]);

    public static string Name<T>(T value)
        where T : struct, Enum => NamesOf(typeof(T))[Convert.ToInt32(value, CultureInfo.InvariantCulture)];

    /// <summary>The value of a public name in a document.</summary>
    public static T Read<T>(BsonReader member)
        where T : struct, Enum
    {
        var name = member.Utf8Bytes();
        foreach (var (known, value) in Utf8Names<T>.All)
            if (name.SequenceEqual(known))
                return value;
        throw member.Unexpected($"{string.Join(" or ", NamesOf(typeof(T)))}");
    }

    public static object? Value(object? value) => value is Enum named
        ? NamesOf(value.GetType())[Convert.ToInt32(named, CultureInfo.InvariantCulture)]
        : value;

    /// <summary>What a value is sorted by: enums by their place, as they are declared.</summary>
    public static object? Rank(object? value) => value is Enum named ? Convert.ToInt32(named, CultureInfo.InvariantCulture) : value;

    private static class Utf8Names<T>
        where T : struct, Enum
    {
        public static readonly (byte[] Name, T Value)[] All = [.. NamesOf(typeof(T)).Select(Encoding.UTF8.GetBytes).Zip(Enum.GetValues<T>())];
    }
}
