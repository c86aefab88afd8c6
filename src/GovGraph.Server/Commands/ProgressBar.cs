using System.Globalization;

namespace GovGraph.Server.Commands;

/// <summary>One line on a terminal that grows with the work; nothing where nobody sees it.</summary>
internal sealed class ProgressBar(TextWriter error, string noun, int total)
{
    private const int Width = 40;

    private readonly bool _isSeen = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;
    private int _permille = -1;

    public void Show(int done)
    {
        var permille = (int)(1000L * done / Math.Max(total, 1));
        if (!_isSeen || permille == _permille) return;
        _permille = permille;
        var filled = Width * permille / 1000;
        error.Write(string.Create(CultureInfo.InvariantCulture, $"\r[{new string('#', filled)}{new string('.', Width - filled)}] {done:N0} of {total:N0} {noun}"));
    }

    /// <summary>What is written next stands on a line of its own.</summary>
    public void End()
    {
        if (_permille >= 0) error.WriteLine();
    }
}
