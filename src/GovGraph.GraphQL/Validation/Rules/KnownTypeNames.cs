using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Validation.Rules;

/// <summary>A type that is named is in the schema.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Fragment-Spread-Type-Existence"/>
internal sealed class KnownTypeNames(ValidationContext context) : ValidationRule(context)
{
    // A document that defines types is refused by ExecutableDefinitions: once is enough.
    private readonly HashSet<string> _definedInDocument = [];

    public override void EnterDocument(DocumentNode document)
    {
        if (!Context.HasTypeSystemDefinitions) return;

        foreach (var definition in document.Definitions)
        {
            if (definition is TypeDefinitionNode { IsExtension: false } type) _definedInDocument.Add(type.Name.Value);
        }
    }

    public override void EnterNamedType(NamedTypeNode type)
    {
        var name = type.Name.Value;
        if (Context.Schema.Types.ContainsKey(name) || _definedInDocument.Contains(name)) return;

        Report($"Unknown type \"{name}\".{Context.Suggest(name, Context.Schema.Types.Keys)}", type);
    }
}
