namespace GovGraph.Storage.MongoDb.Bson;

/// <summary>Bytes that are not BSON, or a value of another type than the reader asked for.</summary>
internal sealed class BsonException(string message) : FormatException(message);
