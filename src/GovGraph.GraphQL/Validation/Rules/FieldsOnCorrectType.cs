using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Validation.Rules;

/// <summary>A field that is selected is defined by the type it is selected on.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Field-Selections"/>
internal sealed class FieldsOnCorrectType(ValidationContext context) : ValidationRule(context)
{
    public override void EnterField(FieldNode field)
    {
        // Unknown parent: KnownTypeNames or this rule, further up, reports it.
        if (Context.ParentType is not { } type || Context.Field is not null) return;

        Report($"Cannot query field \"{field.Name}\" on type \"{type}\".{SuggestTypes(type, field.Name.Value) ?? SuggestFields(type, field.Name.Value)}", field);
    }

    /// <summary>The types below an abstract type that have the field: those that most of the others share first, wider ones before narrower.</summary>
    private string? SuggestTypes(NamedType type, string field)
    {
        if (!type.IsAbstract || !Context.Options.AllowIntrospection) return null;

        var uses = new Dictionary<ComplexType, int>();
        foreach (var possible in Context.Schema.PossibleTypes(type))
        {
            if (!possible.Fields.ContainsKey(field)) continue;

            uses[possible] = 1;
            foreach (var @interface in possible.Interfaces)
            {
                if (@interface.Fields.ContainsKey(field)) uses[@interface] = uses.GetValueOrDefault(@interface) + 1;
            }
        }

        if (uses.Count == 0) return null;

        var names = uses
            .OrderByDescending(use => use.Value)
            .ThenByDescending(use => uses.Keys.Count(other => Schema.IsSubType(use.Key, other)))
            .ThenBy(use => use.Key.Name, StringComparer.Ordinal);
        return Suggest.AnyOf([.. names.Select(use => use.Key.Name)], "to use an inline fragment on");
    }

    private string SuggestFields(NamedType type, string field) =>
        type is ComplexType complex ? Context.Suggest(field, complex.Fields.Keys) : "";
}
