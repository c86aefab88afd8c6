using System.Collections.Frozen;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Execution.Completion;

/// <summary>An enum bound to a CLR enum.</summary>
internal sealed class EnumCompletion<TEnum>(EnumType type, FrozenDictionary<TEnum, byte[]> names, bool isNonNull)
    : ValueCompletion<TEnum>(isNonNull)
    where TEnum : struct, Enum
{
    public override bool Complete(Execution execution, CompiledField field, TEnum value)
    {
        if (!names.TryGetValue(value, out var name)) return execution.Fail(field, $"Enum \"{type.Name}\" cannot represent value: {value}");
        execution.Writer.WriteRaw(name);
        return true;
    }
}

/// <summary>An enum whose values are named by strings.</summary>
internal sealed class EnumNameCompletion(EnumType type, bool isNonNull) : ValueCompletion<string>(isNonNull)
{
    public override bool Complete(Execution execution, CompiledField field, string value)
    {
        if (value is null) return CompleteNull(execution, field);
        if (!type.Values.ContainsKey(value)) return execution.Fail(field, $"Enum \"{type.Name}\" cannot represent value: \"{value}\"");
        execution.Writer.WriteString(value);
        return true;
    }
}
