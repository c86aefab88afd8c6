using System.Globalization;
using System.Net.Sockets;
using System.Text;

/// <summary>Runs inside a server before its own first line, where DOTNET_STARTUP_HOOKS names this assembly, and tells whoever asks what the server holds in memory.</summary>
/// <seealso href="https://github.com/dotnet/runtime/blob/main/docs/design/features/host-startup-hook.md"/>
internal static class StartupHook
{
    /// <summary>Where the path of the Unix socket stands on which it is asked.</summary>
    public const string SocketVariable = "GOVGRAPH_TEST_MEMORY_SOCKET";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(SocketVariable) is not { Length: > 0 } path) return;
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        new Thread(() => Answer(listener)) { IsBackground = true, Name = "memory for tests" }.Start();
    }

    private static void Answer(Socket listener)
    {
        while (true)
        {
            using var asked = listener.Accept();
            GC.Collect();
            GC.WaitForPendingFinalizers();
            asked.Send(Encoding.ASCII.GetBytes(GC.GetTotalMemory(forceFullCollection: true).ToString(CultureInfo.InvariantCulture)));
        }
    }
}
