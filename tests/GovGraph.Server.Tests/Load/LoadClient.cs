using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace GovGraph.Server.Tests.Load;

/// <summary>Sends changes one after the other over bad lines, each until it is answered; now and then it gives one up, as callers do.</summary>
internal sealed class LoadClient(int number, LoadRun run)
{
    private const int MostAttempts = 500;

    private readonly Random _random = new((run.Settings.Seed * LoadSettings.Clients) + number);

    public async Task Send(CancellationToken cancellation)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
        for (var i = 0; run.GoesOn(i); i++)
        {
            var change = run.Targets.Draw(_random, $"{run.Settings.Seed}-{number}-{i}");
            run.Note(change, await Send(client, change, cancellation));
        }
    }

    private async Task<Outcome> Send(HttpClient client, Mutation change, CancellationToken cancellation)
    {
        var attempts = _random.Next(10) == 0 ? 1 : MostAttempts;
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            await run.Server.Up.WaitAsync(cancellation);
            if (await Ask(client, change, cancellation) is { } outcome) return outcome;
            run.NoteRetry();
        }

        return Outcome.Unknown;
    }

    /// <summary>Null where there was no answer, or one that says no more than that something broke.</summary>
    private async Task<Outcome?> Ask(HttpClient client, Mutation change, CancellationToken cancellation)
    {
        try
        {
            using var response = await client.PostAsJsonAsync(run.Address, new { query = change.Query, variables = new { input = change.Input } }, cancellation);
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
            if (response.StatusCode != HttpStatusCode.OK || answer.TryGetProperty("errors", out _))
            {
                run.NoteFault(answer.GetRawText());
                return null;
            }

            var errors = answer.GetProperty("data").GetProperty("change").GetProperty("errors");
            return errors.ValueKind == JsonValueKind.Null ? Outcome.Done : Outcome.Refused(errors[0].GetProperty("code").GetString()!);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or JsonException || (fault is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }
}

/// <summary>What a caller knows of a change in the end.</summary>
internal sealed record Outcome(bool IsDone, bool IsKnown, string? Code)
{
    public static Outcome Done { get; } = new(true, true, null);

    /// <summary>No attempt was answered: it may have happened.</summary>
    public static Outcome Unknown { get; } = new(false, false, null);

    public static Outcome Refused(string code) => new(false, true, code);
}
