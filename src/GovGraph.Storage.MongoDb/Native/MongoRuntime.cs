using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GovGraph.Storage.MongoDb.Native;

/// <summary>The library's state in this process: started once and never cleaned up, since libmongoc can't be started again.</summary>
internal static unsafe class MongoRuntime
{
    private const int Warning = 2;

    private static readonly Lazy<string> Version = new(Initialize);

    /// <summary>What the library has to say while it works (warnings and worse), for whoever opened the first connection.</summary>
    private static Action<string>? s_log;

    /// <summary>The library's version; starts it if need be.</summary>
    public static string Start(Action<string>? log = null)
    {
        if (log is not null)
            Interlocked.CompareExchange(ref s_log, log, null);
        return Version.Value;
    }

    private static string Initialize()
    {
        NativeLibraries.Register();
        WithoutSharedCounters();
        LibMongoc.mongoc_init();
        LibMongoc.mongoc_log_set_handler(&OnLog, 0);
        return Marshal.PtrToStringUTF8(LibMongoc.mongoc_get_version()) ?? "unknown";
    }

    /// <summary>Its counters for mongoc-stat lie in /dev/shm under the process's number: a killed process would leave them to the next one of the same number.</summary>
    private static void WithoutSharedCounters()
    {
        // .NET keeps an environment of its own: the library reads the process's, when it is loaded.
        if (!OperatingSystem.IsWindows())
            _ = LibC.setenv("MONGOC_DISABLE_SHM", "1", overwrite: 1);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnLog(int level, nint domain, nint message, nint data)
    {
        if (level > Warning || s_log is not { } log)
            return;
        try
        {
            log($"{Marshal.PtrToStringUTF8(domain)}: {Marshal.PtrToStringUTF8(message)}");
        }
        catch (Exception)
        {
            // An exception that crosses into C ends the process; a lost line of the log does not.
        }
    }
}
