using System.Runtime.InteropServices;

namespace GovGraph.Storage.MongoDb.Native;

/// <summary>The functions of the C library that are called: https://pubs.opengroup.org/onlinepubs/9799919799/functions/setenv.html.</summary>
internal static partial class LibC
{
    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int setenv(string name, string value, int overwrite);
}
