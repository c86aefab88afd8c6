using System.Collections.Immutable;
using System.Reflection;

namespace GovGraph.GraphQL.Execution;

/// <summary>From a coerced input value to the CLR type that a resolver asks for.</summary>
internal static class InputConversion<T>
{
    // Found once for each type: nothing is looked up by reflection during a request.
    private static readonly Func<object, T?>? s_fromList = InputConversion.FromList<T>();

    public static T From(object? value, string name) => value switch
    {
        T typed => typed,
        null => default!,
        IReadOnlyList<object?> list when s_fromList is not null => s_fromList(list)!,
        int number when typeof(T) == typeof(long) || typeof(T) == typeof(long?) => (T)(object)(long)number,
        int number when typeof(T) == typeof(double) || typeof(T) == typeof(double?) => (T)(object)(double)number,
        _ => throw new InvalidCastException($"The argument \"{name}\" is a {value.GetType()} and can't be read as {typeof(T)}."),
    };
}

/// <summary>Lists of the element types that resolvers name.</summary>
internal static class InputConversion
{
    public static Func<object, T?>? FromList<T>()
    {
        var (method, item) = typeof(T) switch
        {
            { IsArray: true } array => (nameof(ToArray), array.GetElementType()!),
            { IsGenericType: true } list when list.GetGenericTypeDefinition() == typeof(ImmutableArray<>) => (nameof(ToImmutableArray), list.GenericTypeArguments[0]),
            { IsGenericType: true, IsInterface: true } list when list.GenericTypeArguments is [var only] && only.MakeArrayType().IsAssignableTo(list) => (nameof(ToArray), only),
            _ => (null, typeof(object)),
        };
        return method is null
            ? null
            : typeof(InputConversion).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!
                .MakeGenericMethod(item).CreateDelegate<Func<object, T?>>();
    }

    private static TItem[] ToArray<TItem>(object list) =>
        [.. ((IReadOnlyList<object?>)list).Select(item => InputConversion<TItem>.From(item, "[]"))];

    private static ImmutableArray<TItem> ToImmutableArray<TItem>(object list) =>
        [.. ((IReadOnlyList<object?>)list).Select(item => InputConversion<TItem>.From(item, "[]"))];
}
