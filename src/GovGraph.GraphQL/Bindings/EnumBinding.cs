using System.Collections.Frozen;
using System.Text;
using GovGraph.GraphQL.Execution.Completion;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Bindings;

/// <summary>A CLR enum for an enum of the schema.</summary>
internal abstract class EnumBinding(string name, Type clrType)
{
    public string Name { get; } = name;

    public Type ClrType { get; } = clrType;

    /// <summary>Pairs the values; whatever stays single is a fault.</summary>
    public abstract void Bind(EnumType type, List<string> faults);

    /// <summary>The CLR value, boxed once.</summary>
    public abstract object Value(string valueName);

    public abstract ValueCompletion Completion(EnumType type, bool isNonNull);
}

internal sealed class EnumBinding<TEnum>(string name) : EnumBinding(name, typeof(TEnum))
    where TEnum : struct, Enum
{
    private FrozenDictionary<string, object> _values = FrozenDictionary<string, object>.Empty;
    private FrozenDictionary<TEnum, byte[]> _names = FrozenDictionary<TEnum, byte[]>.Empty;

    public override void Bind(EnumType type, List<string> faults)
    {
        var members = Enum.GetValues<TEnum>().ToDictionary(member => Letters(member.ToString()), StringComparer.OrdinalIgnoreCase);
        var values = new Dictionary<string, object>();
        var names = new Dictionary<TEnum, byte[]>();
        foreach (var value in type.ValuesInOrder)
        {
            if (members.Remove(Letters(value.Name), out var member))
            {
                values.Add(value.Name, member);
                names.Add(member, Encoding.UTF8.GetBytes($"\"{value.Name}\""));
            }
            else
            {
                faults.Add($"{Name}.{value.Name}: {typeof(TEnum)} has no such member.");
            }
        }

        foreach (var member in members.Values) faults.Add($"{Name}: {typeof(TEnum)}.{member} is no value of the enum in the schema.");

        _values = values.ToFrozenDictionary();
        _names = names.ToFrozenDictionary();
    }

    public override object Value(string valueName) => _values[valueName];

    public override ValueCompletion Completion(EnumType type, bool isNonNull) => new EnumCompletion<TEnum>(type, _names, isNonNull);

    private static string Letters(string name) => name.Replace("_", "", StringComparison.Ordinal);
}
