using GovGraph.Storage.MongoDb.Native;
using Xunit;

namespace GovGraph.Storage.MongoDb.Tests.Native;

public class NativeLibrariesTests
{
    private readonly List<nint> _freed = [];

    private (nint, nint) Load(params string[] installed) => NativeLibraries.Load(
        (string path, out nint handle) => (handle = Array.IndexOf(installed, path) + 1) != 0, _freed.Add);

    [Fact]
    public void The_first_major_version_is_taken_with_its_own_libbson() =>
        Assert.Equal((2, 1), Load("libbson-1.0.so.0", "libmongoc-1.0.so.0", "libbson2.so.2", "libmongoc2.so.2"));

    [Fact]
    public void The_second_one_else() => Assert.Equal((1, 2), Load("libmongoc2.so.2", "libbson2.so.2"));

    [Fact]
    public void Two_major_versions_are_never_mixed()
    {
        Assert.Throws<DllNotFoundException>(() => Load("libbson-1.0.so.0", "libmongoc2.so.2"));
        Assert.Equal([1], _freed);
    }

    [Fact]
    public void A_missing_library_says_how_to_install_it() =>
        Assert.Equal(
            "MongoDB's C driver libmongoc is not installed (looked for libmongoc-1.0.so.0 and libmongoc2.so.2). "
            + "On Debian or Ubuntu install it with: apt-get install libmongoc-1.0-0. "
            + "Without GovGraph__Storage__ConnectionString the embedded store is used and the library is not needed.",
            Assert.Throws<DllNotFoundException>(() => Load()).Message);
}
