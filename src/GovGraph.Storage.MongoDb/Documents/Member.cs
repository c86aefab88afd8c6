using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace GovGraph.Storage.MongoDb.Documents;

/// <summary>The members of a plan's document, on every level, by their names in small camels.</summary>
internal enum Member
{
    /// <summary>None of them.</summary>
    Unknown,

    /// <summary><c>_id</c>.</summary>
    DocumentId,
    AddedAt,
    AddedAtText,
    Aliases,
    Annex,
    Areas,
    Assignments,
    At,
    AtText,
    Authority,
    Budget,
    By,
    Changes,
    Closing,
    Code,
    Columns,
    CompletedOn,
    Components,
    Coordinating,
    Damage,
    Date,
    Day,
    Deadline,
    Decision,
    DoneNote,
    DoneOn,
    Due,
    Evaluator,
    Events,
    Evidence,
    EvidenceRule,
    ExpectedResult,
    ExtendedTo,
    Extensions,
    Field,
    FileName,
    From,
    Group,
    Groups,
    HappenedOn,
    Heading,
    Id,
    Implementing,
    Indicators,
    IsListed,
    IssuedWith,
    Issuer,
    Items,
    Kind,
    Label,
    Lead,
    LegalBases,
    Level,
    Line,
    MediaType,
    Month,
    Name,
    Note,
    Notes,
    Number,
    Occurrences,
    Ordinal,
    Period,
    Place,
    Position,
    Preamble,
    Program,
    Reason,
    RecordedAt,
    RecordedAtText,
    Recipients,
    Remark,
    Reviews,
    SchemaVersion,
    Search,
    Sections,
    Sha256,
    Signatory,
    Size,
    Source,
    Spellings,
    State,
    Status,
    StatusNote,
    StoodIn,
    Superior,
    Target,
    TaskCount,
    Tasks,
    Text,
    Title,
    To,
    Trigger,
    Under,
    UnderId,
    Unit,
    Units,
    Unnumbered,
    Until,
    Url,
    Value,
    Values,
    Verdict,
    Version,
    Withdrawal,
    Words,
    Year,
}

/// <summary>Finds a member by the bytes of its name.</summary>
internal static class Members
{
    private const int Places = 512;

    private static readonly (byte[] Name, Member Member)[] Table = Fill();

    public static Member Of(ReadOnlySpan<byte> name)
    {
        for (var place = Place(name); Table[place].Name is { } known; place = (place + 1) % Places)
            if (name.SequenceEqual(known))
                return Table[place].Member;
        return Member.Unknown;
    }

    private static (byte[] Name, Member Member)[] Fill()
    {
        var table = new (byte[] Name, Member Member)[Places];
        foreach (var member in Enum.GetValues<Member>()[1..])
        {
            var name = Encoding.UTF8.GetBytes(member == Member.DocumentId ? "_id" : JsonNamingPolicy.CamelCase.ConvertName(member.ToString()));
            var place = Place(name);
            while (table[place].Name is not null)
                place = (place + 1) % Places;
            table[place] = (name, member);
        }
        return table;
    }

    // The first four letters and the length tell nearly all of them apart.
    private static int Place(ReadOnlySpan<byte> name)
    {
        uint start = 0;
        if (name.Length >= 4)
            start = BinaryPrimitives.ReadUInt32LittleEndian(name);
        else
            foreach (var letter in name)
                start = (start << 8) | letter;
        return (int)(((start ^ ((uint)name.Length << 27)) * 0x9E3779B1) >> 23);
    }
}
