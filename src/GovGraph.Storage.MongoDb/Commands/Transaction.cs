namespace GovGraph.Storage.MongoDb.Commands;

/// <summary>Changes of several documents that happen together: https://www.mongodb.com/docs/manual/core/transactions/. Where one finds no document, none happens.</summary>
internal sealed record Transaction(IReadOnlyList<FindAndModify> Commands);
