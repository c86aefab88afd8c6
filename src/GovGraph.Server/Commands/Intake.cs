using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Documents;
using GovGraph.Storage;

namespace GovGraph.Server.Commands;

/// <summary>What is to happen to a file that somebody wants to import.</summary>
internal enum DecisionKind
{
    New,
    Replaced,
    Unchanged,
    Refused,
}

/// <summary>One of these for a file, with what its owner should know.</summary>
/// <param name="PlanId">Null where the file holds no plan.</param>
internal sealed record Decision(DecisionKind Kind, string File, string? PlanId, ImmutableArray<string> Remarks)
{
    public string Subject => PlanId is null ? File : $"{PlanId} ({File})";
}

/// <summary>Decides which plan files are taken in: a plan is one document, known by its issuer, number and year, and its id is no other plan's.</summary>
/// <param name="store">Null for one that is not there yet.</param>
/// <param name="mayReplace">Whether another print may take the place of the one in the store.</param>
internal sealed class Intake(PlanStore? store, bool mayReplace)
{
    private const int FaultsTold = 20;

    private readonly Dictionary<string, string> _byId = [];
    private readonly Dictionary<(string Issuer, int Year, string Number), string> _byDocument = [];

    public async Task<Decision> Decide(string file, PlanReading reading, CancellationToken cancellation)
    {
        if (reading.Plan is not { } plan)
        {
            var faults = reading.Faults.Take(FaultsTold).Select(fault => $"{fault.Path}: {fault.Message}");
            return new(DecisionKind.Refused, file, null, [.. faults, .. reading.Faults.Length > FaultsTold ? [$"and {reading.Faults.Length - FaultsTold} more"] : (string[])[]]);
        }

        if (WhyNotBeside(file, plan) is { } reason) return Refused(reason);
        if (store is null) return Admitted(DecisionKind.New);
        if (await store.FindSameDocument(plan, cancellation) is { } same) return Refused($"the store has this document, {plan.Number} of {plan.Issuer.Name} for {plan.Year}, as {same.Id}");
        if (await store.GetPlan(plan.Id, cancellation) is not { } existing) return Admitted(DecisionKind.New);
        if (Print.AreSame(existing, plan))
        {
            var isAsInStore = PlanFile.Write(existing).AsSpan().SequenceEqual(PlanFile.Write(plan));
            return new(DecisionKind.Unchanged, file, plan.Id, isAsInStore ? [] : ["the store has the same print; what has happened to its tasks there stays"]);
        }

        if (!mayReplace) return Refused("the store has it with another print: --replace puts this one in its place");
        var lost = Reprint.Of(plan, existing).Lost;
        return lost.IsEmpty ? Admitted(DecisionKind.Replaced) : Refused($"something has happened to these in the store, and they are not in the new print: {string.Join(", ", lost)}");

        Decision Refused(string why) => new(DecisionKind.Refused, file, plan.Id, [why]);

        Decision Admitted(DecisionKind kind) => new(kind, file, plan.Id, [.. PlanRemarks.Of(reading)]);
    }

    private string? WhyNotBeside(string file, Plan plan)
    {
        if (_byId.TryGetValue(plan.Id, out var other)) return $"{other} holds the plan {plan.Id} already";
        _byId.Add(plan.Id, file);
        return plan.Number is null || _byDocument.TryAdd((plan.Issuer.Id, plan.Year, plan.Number), file)
            ? null
            : $"{_byDocument[(plan.Issuer.Id, plan.Year, plan.Number)]} is this document already: {plan.Number} of {plan.Issuer.Name} for {plan.Year}";
    }
}
