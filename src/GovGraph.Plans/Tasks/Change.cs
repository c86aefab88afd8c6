using System.Diagnostics.CodeAnalysis;

namespace GovGraph.Plans.Tasks;

/// <summary>The outcome of asking for a change: the changed value, or why it is refused.</summary>
public readonly struct Change<T>
    where T : class
{
    private Change(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    public T? Value { get; }

    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Refusal))]
    [MemberNotNullWhen(false, nameof(Value))]
    public bool IsRefused => Refusal is not null;

    public static implicit operator Change<T>(T value) => new(value, null);

    public static implicit operator Change<T>(Refusal refusal) => new(null, refusal);
}
