using System.Diagnostics;

namespace GovGraph.Testing;

/// <summary>A MongoDB double in a process of its own (tests/mongodb-double); it ends with this one.</summary>
public sealed class MongoDouble : IAsyncDisposable
{
    private readonly Process _process;

    private MongoDouble(Process process, int port)
    {
        _process = process;
        Port = port;
    }

    public int Port { get; }

    public static async Task<MongoDouble> Start(params string[] arguments)
    {
        var folder = NodePackages.Folder;
        var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(folder, "server.mjs"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var line = await process.StandardOutput.ReadLineAsync();
        return line?.Split(' ') is ["READY", var port]
            ? new MongoDouble(process, int.Parse(port, null))
            : throw new InvalidOperationException($"The MongoDB double did not start: {line}");
    }

    public string Uri(string user = "", string options = "") => $"mongodb://{(user.Length > 0 ? user + "@" : "")}127.0.0.1:{Port}/govgraph{options}";

    /// <summary>As SIGKILL: nothing is said to anybody.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }
}

/// <summary>The double's npm packages, installed once where they are missing.</summary>
public static class NodePackages
{
    private static readonly Lazy<string> Installed = new(Install);

    public static string Folder => Installed.Value;

    private static string Install()
    {
        var folder = Path.Combine(Repository.Root, "tests", "mongodb-double");
        if (Directory.Exists(Path.Combine(folder, "node_modules", "mingo")))
            return folder;
        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci"]) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        npm.StandardOutput.ReadToEnd();
        npm.WaitForExit();
        return npm.ExitCode == 0 ? folder : throw new InvalidOperationException($"`npm ci` in {folder} failed; its reason is above.");
    }
}
