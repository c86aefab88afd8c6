using System.Collections.Frozen;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Ordering;

namespace GovGraph.Storage.Fields;

/// <summary>An id or another word for programs: compared letter by letter.</summary>
public sealed class IdField<T> : Field<T>
{
    internal IdField(string name, Func<T, string?> get, string? bsonPath = null)
        : base(name, bsonPath) => Get = get;

    public override FieldKind Kind => FieldKind.Id;

    public override Type ValueType => typeof(string);

    internal Func<T, string?> Get { get; }

    internal override Func<T, bool> Compile(FieldFilter filter)
    {
        var get = Get;
        switch (filter)
        {
            case Comparison { Operator: FilterOperator.Eq, Value: null }:
                return item => get(item) is null;
            case Comparison { Operator: FilterOperator.Eq, Value: string wanted }:
                return item => get(item) == wanted;
            case Membership membership:
                var withNull = membership.Values.Contains(null);
                var wantedIds = membership.Values.Where(value => value is not null)
                    .Select(value => value as string ?? throw WrongType(value, filter)).ToFrozenSet(StringComparer.Ordinal);
                return item => get(item) is { } id ? wantedIds.Contains(id) : withNull;
            case Existence existence:
                return item => get(item) is not null == existence.Wanted;
            case Comparison { Operator: FilterOperator.Eq, Value: var value }:
                throw WrongType(value, filter);
            default:
                throw Unsupported(filter);
        }
    }

    internal override SortColumn<T>? Column(ReadOnlySpan<string> rest, SummaryScope? summary) => rest.IsEmpty ? new IdColumn<T>(Get) : null;
}
