using GovGraph.Plans.Text;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Ordering;

namespace GovGraph.Storage.Fields;

/// <summary>Vietnamese text: case never counts, marks count where the wanted text has some.</summary>
public sealed class TextField<T> : Field<T>
{
    private readonly Func<T, string?> get;

    internal TextField(string name, Func<T, string?> get, string? bsonPath = null)
        : base(name, bsonPath) => this.get = get;

    public override FieldKind Kind => FieldKind.Text;

    public override Type ValueType => typeof(string);

    /// <summary>The text of an item, which a store keeps folded as well.</summary>
    internal string? TextOf(T item) => get(item);

    internal override Func<T, bool> Compile(FieldFilter filter)
    {
        var get = this.get;
        switch (filter)
        {
            case Comparison { Value: null, Operator: var filterOperator }:
                return filterOperator == FilterOperator.Eq ? item => get(item) is null : _ => false;
            case Comparison { Value: string wanted, Operator: var filterOperator }:
                var matches = Match(new FoldedPattern(wanted), filterOperator) ?? throw Unsupported(filter);
                return item => get(item) is { } text && matches(text);
            case Membership membership:
                var withNull = membership.Values.Contains(null);
                FoldedPattern[] patterns = [.. membership.Values.Where(value => value is not null)
                    .Select(value => new FoldedPattern(value as string ?? throw WrongType(value, filter)))];
                return item => get(item) is { } text ? Array.Exists(patterns, pattern => pattern.Equals(text)) : withNull;
            case Existence existence:
                return item => get(item) is not null == existence.Wanted;
            case Comparison { Value: var value }:
                throw WrongType(value, filter);
            default:
                throw Unsupported(filter);
        }
    }

    internal override SortColumn<T>? Column(ReadOnlySpan<string> rest, SummaryScope? summary) => rest.IsEmpty ? new TextColumn<T>(get) : null;

    private static Func<string, bool>? Match(FoldedPattern pattern, FilterOperator filterOperator) => filterOperator switch
    {
        FilterOperator.Eq => pattern.Equals,
        FilterOperator.Contains => pattern.IsIn,
        FilterOperator.StartsWith => pattern.Starts,
        FilterOperator.EndsWith => pattern.Ends,
        _ => null,
    };
}
