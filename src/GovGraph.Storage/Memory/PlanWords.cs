using System.Buffers;
using System.Runtime.InteropServices;
using GovGraph.Plans;
using GovGraph.Plans.Search;

namespace GovGraph.Storage.Memory;

/// <summary>The words that a plan prints, by number, field by field. All versions of the plan share them.</summary>
internal sealed class PlanWords
{
    private readonly int[] words;
    private readonly Field[] fields;

    private PlanWords(int[] words, Field[] fields) => (this.words, this.fields) = (words, fields);

    public static PlanWords Of(Plan plan, Vocabulary vocabulary)
    {
        var folded = new ArrayBufferWriter<char>();
        var (ends, fields) = (new List<int>(), new List<Field>());
        var nodes = SearchNode.AllOf(plan);
        for (var place = 0; place < nodes.Length; place++)
        {
            foreach (var field in nodes[place].Fields)
            {
                var reader = new WordReader(field.Text);
                while (reader.Next())
                {
                    if (reader.IsOnNewLine)
                    {
                        ends.Add(folded.WrittenCount);
                    }

                    folded.Advance(reader.Fold(folded.GetSpan(reader.End - reader.Start), keepMarks: true));
                    ends.Add(folded.WrittenCount);
                }

                fields.Add(new(ends.Count, place, (byte)field.Weight, nodes[place].Kind));
            }
        }

        return new(vocabulary.Number(folded.WrittenSpan, CollectionsMarshal.AsSpan(ends)), [.. fields]);
    }

    /// <summary>Finds the nodes in which all stands that is wanted, in the order of print.</summary>
    /// <param name="wanted">What is wanted.</param>
    /// <param name="slot">The place of the plan in its set.</param>
    /// <param name="found">Takes what is found.</param>
    public void Find(WantedNumbers wanted, int slot, List<HitList.Found> found)
    {
        var (start, place, score, standing) = (0, 0, 0, 0u);
        foreach (var field in fields)
        {
            if (field.Place != place)
            {
                if (standing == wanted.AllTerms)
                {
                    found.Add(new(slot, place, score));
                }

                (place, score, standing) = (field.Place, 0, 0);
            }

            if (wanted.Has(field.Kind))
            {
                var inField = wanted.Standing(words.AsSpan(start..field.End), out var count);
                standing |= inField;
                score += field.Weight * count;
            }

            start = field.End;
        }

        if (standing == wanted.AllTerms)
        {
            found.Add(new(slot, place, score));
        }
    }

    /// <summary>A field of a node.</summary>
    /// <param name="End">Where its words have ended.</param>
    /// <param name="Place">The place of its node in the plan.</param>
    /// <param name="Weight">What a word counts in it.</param>
    /// <param name="Kind">What its node is.</param>
    private readonly record struct Field(int End, int Place, byte Weight, SearchKind Kind);
}
