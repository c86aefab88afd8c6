using System.Collections.Immutable;

namespace GovGraph.Api.Subscriptions;

/// <summary>The newest changes that were read, as far as they are kept.</summary>
/// <param name="Floor">What came up to here is not kept.</param>
/// <param name="Pages">What came behind it, in its order.</param>
internal sealed record NewestChanges(ChangePlace Floor, ImmutableArray<ChangePage> Pages)
{
    // A page holds on to the plans as they were when it was read, so there may not be too many.
    private const int MostPages = 64;

    private readonly TaskCompletionSource _isOld = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when there is something newer; fails when there won't be.</summary>
    public Task Grown => _isOld.Task;

    public NewestChanges With(ChangePage page) =>
        Pages.Length < MostPages ? new(Floor, Pages.Add(page)) : new(Pages[0].End, Pages.RemoveAt(0).Add(page));

    /// <summary>The first page that has something behind a place, which is not before the floor; null where nothing is.</summary>
    public ChangePage? Behind(ChangePlace place)
    {
        // Whoever follows closely wants the last one.
        var index = Pages.Length;
        while (index > 0 && Pages[index - 1].End.IsBehind(place)) index--;
        return index < Pages.Length ? Pages[index].Behind(place) : null;
    }

    public void Retire() => _isOld.TrySetResult();

    public void Fail(Exception fault) => _isOld.TrySetException(fault);
}
