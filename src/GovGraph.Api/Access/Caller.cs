using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;
using GovGraph.Storage;
using GovGraph.Storage.Access;

namespace GovGraph.Api.Access;

/// <summary>The one who asks: what its key says of it.</summary>
public sealed record Caller
{
    /// <summary>Whoever reaches a server that has no keys: may do everything and see everything.</summary>
    public static Caller Anyone { get; } = new() { Scopes = [Scope.Admin] };

    /// <summary>The key's name, kept with each change as <c>who</c>; null where no key is configured.</summary>
    public string? Name { get; init; }

    public string? KeyId { get; init; }

    /// <summary>The field cost that it may ask for in a minute; null for as much as any key may, 0 for as much as it likes.</summary>
    public int? CostPerMinute { get; init; }

    public required ImmutableArray<Scope> Scopes { get; init; }

    /// <summary>The ids of the units for which it changes tasks; empty where it is bound to none.</summary>
    public ImmutableArray<string> Units { get; init; } = [];

    /// <summary>The ids of the bodies whose plans it sees; null where it sees all.</summary>
    public ImmutableArray<string>? Bodies { get; init; }

    public bool May(Scope scope) => Scopes.Contains(scope) || Scopes.Contains(Scope.Admin);

    /// <summary>Whose the files are that it hands in: a key that takes the place of another goes on with them.</summary>
    public string UploadOwner => Name ?? "";

    /// <summary>Whether it sees the plans of a body.</summary>
    public bool Sees(string body) => Bodies is not { } bodies || bodies.Contains(body);

    /// <summary>Why the caller may not change this node by what asks for the scope; null where it may.</summary>
    internal Refusal? Refusal(Scope scope, ITrackedNode node) => (Units, scope, node) switch
    {
        _ when !May(scope) => new ScopeMissing(Name!, scope),
        ({ IsEmpty: true }, _, _) => null,
        (_, Scope.EvidenceWrite, PlanTask task) when task.Assignments.Any(IsOfUnits) => null,
        (_, Scope.EvidenceWrite, _) => new NotAuthorized(Name!, node.Id, "take part in", "tham gia"),
        // A unit does not decide for the body whose plan it carries out.
        (_, Scope.PlanWrite or Scope.Admin, _) => new NotAuthorized(Name!, node.Id, "decide for", "có thẩm quyền quyết định"),
        (_, _, PlanTask task) when task.Assignments.Any(IsLedByUnits) => null,
        (_, _, Indicator indicator) when indicator.Assignments.Any(IsLedByUnits) => null,
        _ => new NotAuthorized(Name!, node.Id, "lead", "chủ trì"),
    };

    /// <summary>The store as the caller sees it.</summary>
    public PlanStore Visible(PlanStore store) => Bodies is { } bodies ? new VisiblePlanStore(store, bodies) : store;

    private bool IsLedByUnits(Assignment assignment) => assignment.Role == UnitRole.Lead && IsOfUnits(assignment);

    /// <summary>Whether one of the caller's units is meant, or one that stands under it.</summary>
    private bool IsOfUnits(Assignment assignment)
    {
        for (var unit = assignment.Unit; unit is not null; unit = unit.Under)
        {
            if (Units.Contains(unit.Id)) return true;
        }

        return false;
    }
}
