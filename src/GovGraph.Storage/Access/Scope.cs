using System.Collections.Frozen;

namespace GovGraph.Storage.Access;

/// <summary>A kind of thing that a key may do.</summary>
public enum Scope
{
    Read,
    StatusWrite,
    EvidenceWrite,
    EvidenceReview,
    PlanWrite,

    /// <summary>All the others.</summary>
    Admin,
}

/// <summary>Scopes as they are written: <c>status:write</c>.</summary>
public static class ScopeNames
{
    private static readonly FrozenDictionary<string, Scope> s_scopes = Enum.GetValues<Scope>().ToFrozenDictionary(Name);

    public static IEnumerable<string> All { get; } = [.. Enum.GetValues<Scope>().Select(Name)];

    public static string Name(this Scope scope) => scope switch
    {
        Scope.Read => "read",
        Scope.StatusWrite => "status:write",
        Scope.EvidenceWrite => "evidence:write",
        Scope.EvidenceReview => "evidence:review",
        Scope.PlanWrite => "plan:write",
        Scope.Admin => "admin",
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "There is no such scope."),
    };

    /// <summary>Null where it is the name of none.</summary>
    public static Scope? Find(string name) => s_scopes.TryGetValue(name, out var scope) ? scope : null;
}
