namespace GovGraph.Server.Tests.Load;

/// <summary>A server that is killed and started again over the same data, behind lines that are cut.</summary>
internal sealed class MortalServer(string data, string[] settings, LineCutter lines) : IAsyncDisposable
{
    private volatile TaskCompletionSource _up = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private RunningServer _server = null!;
    private Task<string> _log = Task.FromResult("");

    /// <summary>Completes when somebody answers.</summary>
    public Task Up => _up.Task;

    /// <summary>Past the lines.</summary>
    public RunningServer Itself => _server;

    public int Kills { get; private set; }

    public async Task Start()
    {
        try
        {
            _server = await RunningServer.Start(data, settings);
            // What it logs must go somewhere, or it waits.
            _log = _server.ReadToEnd();
            lines.Server = _server.Address.Port;
            _up.SetResult();
        }
        catch (Exception fault)
        {
            // Nobody waits for a server that will not come.
            _up.SetException(fault);
            throw;
        }
    }

    /// <summary>SIGKILL in the middle of whatever it does, and a new process.</summary>
    public async Task KillAndStart()
    {
        _up = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await End();
        Kills++;
        await Start();
    }

    public async ValueTask DisposeAsync() => await End();

    private async Task End()
    {
        await _server.Kill();
        await _log;
        await _server.DisposeAsync();
    }
}
