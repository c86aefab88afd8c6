using System.Collections.Frozen;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Transport.Persisted;

/// <summary>The documents that the operator has put into a folder. Never changed while the server runs.</summary>
internal sealed class TrustedDocuments
{
    private const string Extension = ".graphql";

    private readonly FrozenDictionary<string, string> _byId;
    private readonly FrozenSet<string> _texts;

    private TrustedDocuments(Dictionary<string, string> byId) =>
        (_byId, _texts) = (byId.ToFrozenDictionary(StringComparer.Ordinal), byId.Values.ToFrozenSet(StringComparer.Ordinal));

    public static TrustedDocuments None { get; } = new([]);

    /// <summary>Reads a folder, or tells every document in it that is not valid.</summary>
    /// <exception cref="InvalidOperationException">A document cannot be parsed or does not fit the schema.</exception>
    public static TrustedDocuments Read(string folder, Func<DocumentNode, IEnumerable<GraphQLError>> validate)
    {
        var byId = new Dictionary<string, string>();
        var faults = new List<string>();
        foreach (var path in Directory.EnumerateFiles(folder, "*" + Extension).Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(path);
            byId.Add(Path.GetFileNameWithoutExtension(path), text);
            var parsed = Parser.Parse(text);
            var errors = parsed.IsParsed ? validate(parsed.Node) : [parsed.Error];
            faults.AddRange(errors.Select(error => $"{path}({error.Locations.FirstOrDefault()}): {error.Message}"));
        }

        return faults.Count == 0
            ? new TrustedDocuments(byId)
            : throw new InvalidOperationException("Trusted documents are not valid:\n" + string.Join('\n', faults));
    }

    public string? Find(string id) => _byId.GetValueOrDefault(id);

    public bool IsTrusted(string text) => _texts.Contains(text);
}
