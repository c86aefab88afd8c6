using System.Reflection;
using System.Runtime.InteropServices;

namespace GovGraph.Storage.MongoDb.Native;

/// <summary>Finds libmongoc and the libbson of the same major version; nothing is loaded before the first MongoDB call.</summary>
internal static class NativeLibraries
{
    public const string Mongoc = "mongoc";
    public const string Bson = "bson";

    // A 1.x libmongoc on a 2.x libbson would corrupt memory: only these pairs are tried.
    private static readonly (string Mongoc, string Bson)[] Pairs =
    [
        ("libmongoc-1.0.so.0", "libbson-1.0.so.0"),
        ("libmongoc2.so.2", "libbson2.so.2"),
    ];

    private static readonly Lazy<(nint Mongoc, nint Bson)> Loaded = new(Load);
    private static readonly Lazy<bool> Registered = new(() =>
    {
        NativeLibrary.SetDllImportResolver(typeof(NativeLibraries).Assembly, Resolve);
        return true;
    });

    /// <summary>Makes the imports of <see cref="LibMongoc"/> resolvable; must run before the first of them.</summary>
    public static void Register() => _ = Registered.Value;

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath) => name switch
    {
        Mongoc => Loaded.Value.Mongoc,
        Bson => Loaded.Value.Bson,
        _ => 0,
    };

    private static (nint, nint) Load() => Load(NativeLibrary.TryLoad, NativeLibrary.Free);

    internal delegate bool TryLoad(string path, out nint handle);

    internal static (nint Mongoc, nint Bson) Load(TryLoad tryLoad, Action<nint> free)
    {
        foreach (var (mongoc, bson) in Pairs)
        {
            // libbson first, so that libmongoc binds to this very copy.
            if (!tryLoad(bson, out var bsonHandle))
                continue;
            if (tryLoad(mongoc, out var mongocHandle))
                return (mongocHandle, bsonHandle);
            free(bsonHandle);
        }
        throw new DllNotFoundException(
            "MongoDB's C driver libmongoc is not installed (looked for " + string.Join(" and ", Pairs.Select(pair => pair.Mongoc))
            + "). On Debian or Ubuntu install it with: apt-get install libmongoc-1.0-0. "
            + "Without GovGraph__Storage__ConnectionString the embedded store is used and the library is not needed.");
    }
}
