using System.Collections.Immutable;
using System.Text;
using GovGraph.Storage.Access;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Documents;

namespace GovGraph.Storage.MongoDb.Access;

/// <summary>A key as a document: its scopes by their names, salt and hash in base64.</summary>
internal static class KeyBson
{
    /// <param name="key">The key.</param>
    /// <param name="number">How many keys of its name there were before; null where nobody asked.</param>
    public static ReadOnlyMemory<byte> Write(ApiKey key, int? number = null)
    {
        using var writer = new BsonWriter();
        writer.Begin().String("_id"u8, key.Id).String("name"u8, key.Name);
        writer.String("salt"u8, Convert.ToBase64String(key.Salt.AsSpan())).String("hash"u8, Convert.ToBase64String(key.Hash.AsSpan()));
        WriteList(writer, "scopes"u8, key.Scopes.Select(ScopeNames.Name));
        if (!key.Units.IsEmpty)
            WriteList(writer, "units"u8, key.Units);
        if (key.Bodies is { } bodies)
            WriteList(writer, "bodies"u8, bodies);
        if (key.CostPerMinute is { } cost)
            writer.Int32("costPerMinute"u8, cost);
        writer.DateTime("createdAt"u8, key.CreatedAt);
        if (key.ExpiresAt is { } expires)
            writer.DateTime("expiresAt"u8, expires);
        if (number is { } before)
            writer.Int32("number"u8, before);
        writer.End();
        return writer.Written.ToArray();
    }

    public static ApiKey Read(ReadOnlySpan<byte> document)
    {
        string? id = null, name = null, salt = null, hash = null;
        ImmutableArray<string> scopes = [], units = [];
        ImmutableArray<string>? bodies = null;
        int? cost = null;
        DateTimeOffset? created = null, expires = null, revoked = null, used = null;
        var members = new BsonReader(document);
        while (members.Next())
        {
            switch (Encoding.UTF8.GetString(members.Name))
            {
                case "_id": id = members.String(); break;
                case "name": name = members.String(); break;
                case "salt": salt = members.String(); break;
                case "hash": hash = members.String(); break;
                case "scopes": scopes = ReadList(members.Enter()); break;
                case "units": units = ReadList(members.Enter()); break;
                case "bodies": bodies = ReadList(members.Enter()); break;
                case "costPerMinute": cost = members.Int32(); break;
                case "createdAt": created = members.DateTime(); break;
                case "expiresAt": expires = members.DateTime(); break;
                case "revokedAt": revoked = members.DateTime(); break;
                case "lastUsedAt": used = members.DateTime(); break;
                case "number": break;
                default: throw members.Unknown();
            }
        }
        return new ApiKey
        {
            Id = id ?? throw DocumentValues.Missing("_id"),
            Name = name ?? throw DocumentValues.Missing("name"),
            Salt = FromBase64(salt, "salt"),
            Hash = FromBase64(hash, "hash"),
            Scopes = [.. scopes.Select(scope => ScopeNames.Find(scope) ?? throw new BsonException($"There is no scope '{scope}'."))],
            Units = units,
            Bodies = bodies,
            CostPerMinute = cost,
            CreatedAt = created ?? throw DocumentValues.Missing("createdAt"),
            ExpiresAt = expires,
            RevokedAt = revoked,
            LastUsedAt = used,
        };
    }

    private static void WriteList(BsonWriter writer, ReadOnlySpan<byte> name, IEnumerable<string> items)
    {
        writer.BeginArray(name);
        foreach (var item in items)
            writer.String(default, item);
        writer.End();
    }

    private static ImmutableArray<string> ReadList(BsonReader items)
    {
        var read = ImmutableArray.CreateBuilder<string>();
        while (items.Next())
            read.Add(items.String());
        return read.ToImmutable();
    }

    private static ImmutableArray<byte> FromBase64(string? text, string member)
    {
        var bytes = new byte[(text ?? throw DocumentValues.Missing(member)).Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? [.. bytes[..length]] : throw new BsonException($"'{member}' is not base64.");
    }
}
