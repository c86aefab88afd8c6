using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using GovGraph.Server.Tests.Commands;

namespace GovGraph.Server.Tests.Fuzz;

/// <summary>The program as a process of its own, whose log is read as it comes and whose memory can be asked for.</summary>
internal sealed class MeasuredServer : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentQueue<string> _faults = new();

    /// <summary>A key that may do everything: the server has no other, and answers nobody without.</summary>
    public string Key { get; private set; } = "";

    public RunningServer Server { get; private set; } = null!;

    /// <summary>What was logged as an error, with the exception below it.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>Completes when the server has ended and all that it logged is read.</summary>
    public Task LogRead { get; private set; } = Task.CompletedTask;

    public static async Task<MeasuredServer> Start(params string[] settings)
    {
        var measured = new MeasuredServer();
        var environment = new Dictionary<string, string>
        {
            ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location,
            [StartupHook.SocketVariable] = measured.SocketPath,
        };
        var data = Path.Combine(measured._folder.Path, "data");
        measured.Key = CommandTest.Run("keys", "create", "--name", "fuzz", "--scopes", "admin", "--store", data).Output.Trim();
        measured.Server = await RunningServer.StartIn(environment, data, settings);
        measured.LogRead = measured.ReadLog();
        return measured;
    }

    /// <summary>Bytes of objects that are still in use after a full collection.</summary>
    public async Task<long> Memory(CancellationToken cancellation)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(SocketPath), cancellation);
        var buffer = new byte[32];
        var count = 0;
        for (int read; (read = await socket.ReceiveAsync(buffer.AsMemory(count), cancellation)) > 0;) count += read;
        return long.Parse(Encoding.ASCII.GetString(buffer, 0, count), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await LogRead;
        _folder.Dispose();
    }

    private string SocketPath => Path.Combine(_folder.Path, "memory");

    // Without a reader the server would wait for room in its own output.
    private async Task ReadLog()
    {
        var fault = new StringBuilder();
        while (await Server.ReadLine() is { } line)
        {
            if (line.StartsWith(' ') && fault.Length > 0) fault.AppendLine(line);
            else if (fault.Length > 0)
            {
                _faults.Enqueue(fault.ToString());
                fault.Clear();
            }

            if (line.StartsWith("fail: ", StringComparison.Ordinal) || line.StartsWith("crit: ", StringComparison.Ordinal)) fault.AppendLine(line);
        }

        if (fault.Length > 0) _faults.Enqueue(fault.ToString());
    }
}
