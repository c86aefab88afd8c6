using System.Runtime.CompilerServices;

namespace GovGraph.Server.Commands;

/// <summary>Work on many things at once whose results come one after the other, in order, with few of them in memory.</summary>
internal static class Ahead
{
    private static readonly int s_most = 2 * Environment.ProcessorCount;

    public static async IAsyncEnumerable<TResult> Make<T, TResult>(
        IEnumerable<T> items, Func<T, TResult> make, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var waiting = new Queue<Task<TResult>>();
        foreach (var item in items)
        {
            cancellation.ThrowIfCancellationRequested();
            waiting.Enqueue(Task.Run(() => make(item)));
            if (waiting.Count > s_most) yield return await waiting.Dequeue();
        }

        while (waiting.Count > 0) yield return await waiting.Dequeue();
    }
}
