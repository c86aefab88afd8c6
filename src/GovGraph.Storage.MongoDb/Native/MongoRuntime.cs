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
        // Before the start, which has something to say where a killed process of the same number left its counters.
        LibMongoc.mongoc_log_set_handler(&OnLog, 0);
        LibMongoc.mongoc_init();
        return Marshal.PtrToStringUTF8(LibMongoc.mongoc_get_version()) ?? "unknown";
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
