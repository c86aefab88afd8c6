using System.Collections.Immutable;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types.Building;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>Filling in defaults comes to an end: no default of an input field calls for itself.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#InputObjectDefaultValueHasCycle()"/>
internal sealed class NoDefaultValueCycles : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document)
    {
        var search = new Search(document);
        return document.OwnTypes.SelectMany(type => type.InputFields, (type, field) => (type, field))
            .Where(step => search.HasCycle(step.field))
            .Select(step => Error($"The default value of {step.type.Name}.{step.field.Name} calls for itself: it can never be completed.", step.field));
    }

    /// <summary>
    /// What a default calls for depends on the default alone, not on the way to it. So each field is looked at once,
    /// where the specification's algorithm, taken literally, may look exponentially often.
    /// </summary>
    private sealed class Search(TypeSystemDocument document)
    {
        private readonly HashSet<InputValueDefinitionNode> _open = [];
        private readonly HashSet<InputValueDefinitionNode> _finished = [];

        /// <summary>Whether the field's default closes a cycle that was not found before.</summary>
        public bool HasCycle(InputValueDefinitionNode field)
        {
            if (field.DefaultValue is null || _finished.Contains(field)) return false;
            if (!_open.Add(field)) return true;

            var hasCycle = Calls(Fields(field.Type), field.DefaultValue).Any(HasCycle);
            _open.Remove(field);
            _finished.Add(field);
            return hasCycle;
        }

        /// <summary>The input fields whose defaults are filled in where a value leaves them out.</summary>
        private IEnumerable<InputValueDefinitionNode> Calls(ImmutableArray<InputValueDefinitionNode> fields, ValueNode value) => value switch
        {
            ListValueNode list => list.Values.SelectMany(item => Calls(fields, item)),
            ObjectValueNode map => fields.SelectMany(field => map.Fields.FirstOrDefault(given => given.Name.Value == field.Name.Value) is { } given
                ? Calls(Fields(field.Type), given.Value)
                : [field]),
            _ => [],
        };

        private ImmutableArray<InputValueDefinitionNode> Fields(TypeNode type) => document[TypeSystemDocument.NamedTypeOf(type)].InputFields;
    }
}
