using System.Collections.Immutable;
using System.Text;
using GovGraph.Plans;
using GovGraph.Plans.Text;
using GovGraph.Storage.Fields;

namespace GovGraph.Storage.Memory;

/// <summary>The printed text of all tasks, folded without marks, one behind the other in UTF-8: a search for a text is one run over memory.</summary>
internal sealed class TextIndex
{
    private const byte Separator = 0;

    private readonly byte[] texts;

    // Where each task's text starts; one more for the end.
    private readonly int[] starts;

    public TextIndex(ImmutableArray<Plan> plans)
    {
        using var written = new MemoryStream();
        var found = new List<int>();
        foreach (var task in plans.SelectMany(plan => plan.Tasks))
        {
            found.Add((int)written.Position);
            written.Write(Encoding.UTF8.GetBytes(FoldedText.FoldMarks(TaskFields.PrintedText(task) ?? "")));
            written.WriteByte(Separator);
        }

        found.Add((int)written.Position);
        (texts, starts) = (written.ToArray(), [.. found]);
    }

    /// <summary>The numbers of the tasks whose text contains this, which is folded without marks; null where that is no help.</summary>
    public int[]? Containing(string folded)
    {
        if (folded.Length == 0 || folded.Contains((char)Separator, StringComparison.Ordinal))
        {
            return null;
        }

        var wanted = Encoding.UTF8.GetBytes(folded);
        var tasks = new List<int>();
        var position = 0;
        while (texts.AsSpan(position).IndexOf(wanted) is >= 0 and var distance)
        {
            var task = Array.BinarySearch(starts, position + distance);
            task = task >= 0 ? task : ~task - 1;
            tasks.Add(task);
            position = starts[task + 1];
        }

        return [.. tasks];
    }
}
