namespace GovGraph.Api;

/// <summary>What depends on the day and takes longer to make than to use, such as the rules of an input.</summary>
internal sealed class OnceADay<T>(Func<DateOnly, T> make)
    where T : class
{
    private Made? _made;

    public T On(DateOnly day)
    {
        var made = _made;
        if (made?.Day != day) _made = made = new Made(day, make(day));
        return made.Value;
    }

    private sealed record Made(DateOnly Day, T Value);
}
