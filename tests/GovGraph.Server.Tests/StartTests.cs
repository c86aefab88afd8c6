using System.Net;
using System.Net.Sockets;
using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>What the program says when it starts, and when it can't.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task It_says_where_it_answers_what_is_loaded_and_where_the_data_lie()
    {
        using var data = new TemporaryFolder();
        await using var server = await RunningServer.Start(data.Path);

        Assert.Equal(
            [
                $"GovGraph answers at {server.Address}",
                $"5 plans with 222 tasks are loaded, 5 of them imported now from {Path.Combine(AppContext.BaseDirectory, "seeds")}",
                $"The data lie in {data.Path}",
            ],
            server.Greeting);
    }

    [Fact]
    public async Task Without_keys_it_says_who_is_let_in_and_starts_for_this_machine_only()
    {
        using var data = new TemporaryFolder();
        await using (var here = await RunningServer.Start(data.Path, "--GovGraph:Seeds="))
        {
            Assert.Equal("There is no key: whoever is at this machine may change everything, and nobody else is answered. 'keys create' makes one", await here.ReadLine());
        }

        var (exitCode, error) = await RunningServer.RunToEnd(data.Path, "--GovGraph:Seeds=", "--urls", "http://0.0.0.0:0");
        Assert.Equal(1, exitCode);
        Assert.Matches(
            @"^GovGraph can't start: there is no key yet, so whoever reaches http://0\.0\.0\.0:\d+ could change everything\. Make one with 'keys create --name NAME --scopes admin', listen on 127\.0\.0\.1 only, or set GovGraph__Access__AllowAnyone=true\.$",
            error.Trim());
    }

    [Fact]
    public async Task It_starts_for_others_with_a_key_or_where_somebody_says_so()
    {
        using var data = new TemporaryFolder();
        await using (var open = await RunningServer.Start(data.Path, "--GovGraph:Seeds=", "--urls", "http://0.0.0.0:0", "--GovGraph:Access:AllowAnyone=true"))
        {
            Assert.Equal("There is no key, and GovGraph__Access__AllowAnyone is set: whoever reaches this server may change everything", await open.ReadLine());
        }

        Commands.CommandTest.Run("keys", "create", "--name", "an", "--store", data.Path);
        await using var closed = await RunningServer.Start(data.Path, "--GovGraph:Seeds=", "--urls", "http://0.0.0.0:0");
        Assert.Equal("Only who has a key is answered", await closed.ReadLine());
    }

    [Fact]
    public async Task Importing_again_changes_nothing()
    {
        using var data = new TemporaryFolder();
        await using (var first = await RunningServer.Start(data.Path)) await first.Stop();
        var files = Directory.GetFiles(Path.Combine(data.Path, "plans")).ToDictionary(file => file, File.ReadAllBytes);

        await using (var second = await RunningServer.Start(data.Path))
        {
            Assert.Equal("5 plans with 222 tasks are loaded", second.Greeting[1]);
            await second.Stop();
        }

        Assert.Equal(files, Directory.GetFiles(Path.Combine(data.Path, "plans")).ToDictionary(file => file, File.ReadAllBytes));
    }

    [Fact]
    public async Task Without_seeds_the_store_starts_empty()
    {
        using var data = new TemporaryFolder();
        await using var server = await RunningServer.Start(data.Path, "--GovGraph:Seeds=");

        Assert.Equal("0 plans with 0 tasks are loaded", server.Greeting[1]);
    }

    [Fact]
    public async Task A_second_process_on_the_same_data_is_refused()
    {
        using var data = new TemporaryFolder();
        await using var server = await RunningServer.Start(data.Path);

        var (exitCode, error) = await RunningServer.RunToEnd(data.Path);

        Assert.Equal(1, exitCode);
        Assert.Equal(
            $"GovGraph can't start: The folder {data.Path} is in use by process {server.ProcessId} (dotnet on {Environment.MachineName}). Stop that one, or give this one a folder of its own.",
            error.Trim());
    }

    [Fact]
    public async Task A_broken_plan_file_is_set_aside_and_the_others_are_served()
    {
        using var data = new TemporaryFolder();
        var plans = Directory.CreateDirectory(Path.Combine(data.Path, "plans")).FullName;
        File.Copy(Path.Combine(AppContext.BaseDirectory, "seeds", "hung-yen-2021-papi.json"), Path.Combine(plans, "hung-yen-2021-papi.json"));
        var broken = Path.Combine(plans, "thuong-lo-2020-cchc.json");
        await File.WriteAllTextAsync(broken, """{ "schemaVersion": 1, "id": "thuong-lo""", TestContext.Current.CancellationToken);

        await using var server = await RunningServer.Start(data.Path, "--GovGraph:Seeds=");

        Assert.Equal("1 plan with 25 tasks are loaded", server.Greeting[1]);
        Assert.StartsWith($"Set aside: {broken}: ", await server.ReadLine(), StringComparison.Ordinal);
        Assert.Equal("""{ "schemaVersion": 1, "id": "thuong-lo""", await File.ReadAllTextAsync(
            Directory.GetFiles(Path.Combine(data.Path, "broken")).Single(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_plan_whose_file_was_broken_is_restored_from_the_journal()
    {
        using var data = new TemporaryFolder();
        await using (var first = await RunningServer.Start(data.Path)) await first.Stop();
        await File.WriteAllTextAsync(Path.Combine(data.Path, "plans", "thuong-lo-2020-cchc.json"), "{", TestContext.Current.CancellationToken);

        await using var server = await RunningServer.Start(data.Path, "--GovGraph:Seeds=");

        Assert.Equal("5 plans with 222 tasks are loaded", server.Greeting[1]);
        Assert.StartsWith("Set aside: ", await server.ReadLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_seeds_that_is_not_there_is_named()
    {
        using var data = new TemporaryFolder();

        var (exitCode, error) = await RunningServer.RunToEnd(data.Path, "--GovGraph:Seeds=/nowhere/seeds");

        Assert.Equal(1, exitCode);
        Assert.Equal(
            "GovGraph can't start: there is no folder '/nowhere/seeds' with seeds: set GovGraph__Seeds to a folder with plans, or to nothing for none.",
            error.Trim());
    }

    [Fact]
    public async Task A_setting_that_is_not_there_is_named()
    {
        using var data = new TemporaryFolder();

        var (exitCode, error) = await RunningServer.RunToEnd(data.Path, "--GovGraph:Sedes=x");

        Assert.Equal(1, exitCode);
        Assert.StartsWith("GovGraph can't start: a setting below GovGraph is wrong: ", error);
        Assert.Contains("'Sedes'", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_in_use_is_named()
    {
        using var data = new TemporaryFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var (exitCode, error) = await RunningServer.RunToEnd(data.Path, "--urls", $"http://{taken.LocalEndpoint}");

        Assert.Equal(1, exitCode);
        Assert.Contains($"{taken.LocalEndpoint}", error, StringComparison.Ordinal);
        Assert.Contains("set ASPNETCORE_URLS to another one.", error, StringComparison.Ordinal);
    }
}
