using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Search;

namespace GovGraph.Storage.Memory;

/// <summary>The words of all plans of a set. A plan's are read once, when they are first asked for, so that taking one in costs no other.</summary>
internal sealed class WordIndex
{
    private readonly Vocabulary vocabulary;
    private readonly ImmutableArray<Lazy<PlanWords>> words;

    private WordIndex(Vocabulary vocabulary, ImmutableArray<Lazy<PlanWords>> words) => (this.vocabulary, this.words) = (vocabulary, words);

    public static WordIndex Of(ImmutableArray<Plan> plans)
    {
        var vocabulary = new Vocabulary();
        return new(vocabulary, [.. plans.Select(plan => Read(plan, vocabulary))]);
    }

    public WordIndex Add(int slot, Plan plan) => new(vocabulary, words.Insert(slot, Read(plan, vocabulary)));

    public WordIndex Put(int slot, Plan plan) => new(vocabulary, words.SetItem(slot, Read(plan, vocabulary)));

    /// <summary>Reads what is not read yet.</summary>
    public void ReadAll(CancellationToken cancellation)
    {
        foreach (var plan in words)
        {
            cancellation.ThrowIfCancellationRequested();
            _ = plan.Value;
        }
    }

    /// <summary>All hits, in the order of their pages.</summary>
    /// <param name="plans">The plans of this index, in their present versions.</param>
    /// <param name="query">What is searched for.</param>
    /// <param name="cancellation">Gives up.</param>
    public HitList Find(ImmutableArray<Plan> plans, SearchQuery query, CancellationToken cancellation)
    {
        var found = new List<HitList.Found>();
        ReadAll(cancellation);
        if (vocabulary.Masks(query.Text) is not { } masks)
        {
            return new(plans, query.Text, found);
        }

        var matches = query.Plans?.Compile(FieldMaps.Plans);
        var wanted = new WantedNumbers(query.Text, masks, query.Kinds);
        for (var slot = 0; slot < plans.Length; slot++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (matches is null || matches(plans[slot]))
            {
                words[slot].Value.Find(wanted, slot, found);
            }
        }

        return new(plans, query.Text, found);
    }

    private static Lazy<PlanWords> Read(Plan plan, Vocabulary vocabulary) => new(() => PlanWords.Of(plan, vocabulary));
}
