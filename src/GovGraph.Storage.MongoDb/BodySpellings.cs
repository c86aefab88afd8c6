using GovGraph.Plans.Units;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Documents;
using GovGraph.Storage.MongoDb.Native;

namespace GovGraph.Storage.MongoDb;

/// <summary>Lets all plans of a body know each other's spellings of its units.</summary>
/// <remarks>Each write only adds to a set, so it may be repeated, and whoever comes last sees what all before have left.</remarks>
internal sealed class BodySpellings(MongoConnection connection, PlanCache cache)
{
    public async Task Share(string issuerId, CancellationToken cancellation)
    {
        var find = new Find<Names>(Collections.Plans, filter => filter.String("issuer.id"u8, issuerId), Names.Read)
        {
            Only = ["units.id", "units.name", "units.aliases", Spelling.Path],
        };
        var plans = await connection.Run(find, cancellation).ConfigureAwait(false);
        var all = plans.SelectMany(plan => plan.Own).Distinct().ToLookup(spelling => spelling.Unit);
        foreach (var plan in plans)
        {
            var missing = plan.Own.Select(spelling => spelling.Unit).Distinct().SelectMany(unit => all[unit]).Except([.. plan.Own, .. plan.Learned]).ToList();
            if (missing.Count > 0)
                await Add(plan.PlanId, missing, cancellation).ConfigureAwait(false);
        }
    }

    private async Task Add(string planId, List<Spelling> spellings, CancellationToken cancellation)
    {
        await connection.Run(
            new FindAndModify(
                Collections.Plans,
                filter => filter.String("_id"u8, planId),
                update =>
                {
                    update.BeginDocument("$addToSet"u8).BeginDocument(Spelling.Member).BeginArray("$each"u8);
                    foreach (var (unit, key) in spellings)
                        update.BeginDocument().String("unit"u8, unit).String("key"u8, key).End();
                    update.End().End().End();
                }),
            cancellation).ConfigureAwait(false);
        // Its version is still the same.
        cache.Forget(planId);
    }

    /// <summary>The spellings of one plan, and those that it has from others.</summary>
    private sealed record Names(string PlanId, List<Spelling> Own, List<Spelling> Learned)
    {
        public static Names Read(ReadOnlySpan<byte> document)
        {
            var own = new List<Spelling>();
            if (BsonReader.TryFind(document, "units"u8, out var list))
            {
                var units = list.Enter();
                while (units.Next())
                    ReadUnit(units.Enter(), own);
            }
            return new Names(PlanRow.Read(document).Id, own, Spelling.Read(document));
        }

        private static void ReadUnit(BsonReader members, List<Spelling> own)
        {
            var (id, names) = ("", new List<string>());
            while (members.Next())
            {
                if (members.Is("id"u8))
                    id = members.String();
                else if (members.Is("name"u8))
                    names.Add(members.String());
                else if (members.Is("aliases"u8))
                {
                    var aliases = members.Enter();
                    while (aliases.Next())
                        names.Add(aliases.String());
                }
            }
            own.AddRange(names.Select(name => new Spelling(id, UnitName.Key(name))).Distinct());
        }
    }
}
