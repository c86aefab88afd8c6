using System.Text;
using GovGraph.Plans;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.MongoDb.Bson;

namespace GovGraph.Storage.MongoDb.Documents;

/// <summary>What has happened to a row, in its document and in the history of its plan.</summary>
internal static class ProgressBson
{
    public static void Write(BsonWriter writer, NodeProgress progress) => Set(writer, "", progress);

    /// <summary>What <c>$set</c> writes below a row's path.</summary>
    public static void Set(BsonWriter writer, string path, NodeProgress progress)
    {
        if (progress is IndicatorProgress indicator)
            IndicatorProgressBson.Set(writer, path, indicator);
        else
            TaskProgressBson.Set(writer, path, (TaskProgress)progress);
        writer.Int64(Encoding.UTF8.GetBytes(path + "version"), progress.Version);
    }

    /// <summary>Takes away what the rows don't have, so that nothing of an older progress stays.</summary>
    public static void Unset(BsonWriter writer, params IReadOnlyCollection<(string Path, NodeProgress Progress)> rows)
    {
        string[] gone =
        [
            .. from row in rows
               from member in row.Progress is IndicatorProgress indicator ? IndicatorProgressBson.Absent(indicator) : TaskProgressBson.Absent((TaskProgress)row.Progress)
               select row.Path + member,
        ];
        if (gone.Length == 0)
            return;
        writer.BeginDocument("$unset"u8);
        foreach (var path in gone)
            writer.String(Encoding.UTF8.GetBytes(path), "");
        writer.End();
    }

    public static NodeProgress Read(ReadOnlySpan<byte> document, bool isIndicator) =>
        isIndicator ? IndicatorProgressBson.Read(document) : TaskProgressBson.Read(document);
}
