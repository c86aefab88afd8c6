using GovGraph.Plans;
using GovGraph.Plans.Documents;
using GovGraph.Plans.Evidence;
using GovGraph.Storage.MongoDb.Bson;

namespace GovGraph.Storage.MongoDb.Documents;

/// <summary>Reads the printed members of one document, and what has happened since, as the plan's file holds them; what they mean is passed over.</summary>
internal sealed partial class PrintReader
{
    private readonly Stack<(string List, int Item)> _place = new();

    /// <summary>Where in the document the reader stands: <c>areas.0.tasks.2</c>; nothing at its top.</summary>
    public string Place => string.Join('.', _place.Reverse().Select(step => $"{step.List}.{step.Item}"));

    public PlanDocument Read(BsonReader members)
    {
        var (id, title, year) = ((string?)null, (string?)null, (int?)null);
        var (number, place, budget, source) = ((string?)null, (string?)null, (string?)null, (string?)null);
        string[]? recipients = null, legalBases = null, preamble = null, closing = null;
        int? schemaVersion = null;
        ReformProgram? program = null;
        AdministrativeLevel? level = null;
        IssuerDocument? issuer = null;
        DateDocument? date = null;
        SignatoryDocument? signatory = null;
        SectionDocument[]? sections = null;
        AnnexDocument? annex = null;
        EvidenceRule? evidenceRule = null;
        UnitDocument[]? units = null;
        AreaDocument[]? areas = null;
        DamageDocument[]? damage = null;
        long? version = null;
        while (members.Next())
        {
            switch (Members.Of(members.Name))
            {
                case Member.DocumentId: id = members.Text(); break;
                case Member.SchemaVersion: schemaVersion = SchemaVersion(members); break;
                case Member.Title: title = members.Text(); break;
                case Member.Number: number = members.Text(); break;
                case Member.Date: date = Object(members, Date); break;
                case Member.Year: year = Year(members); break;
                case Member.Program: program = members.Named<ReformProgram>(); break;
                case Member.Level: level = members.Named<AdministrativeLevel>(); break;
                case Member.Issuer: issuer = Object(members, Issuer); break;
                case Member.Place: place = members.Text(); break;
                case Member.Signatory: signatory = Object(members, Signatory); break;
                case Member.Recipients: recipients = members.Texts(); break;
                case Member.LegalBases: legalBases = members.Texts(); break;
                case Member.Preamble: preamble = members.Texts(); break;
                case Member.Sections: sections = List(members, "sections", Section); break;
                case Member.Closing: closing = members.Texts(); break;
                case Member.Annex: annex = Object(members, Annex); break;
                case Member.Budget: budget = members.Printed("text"u8); break;
                case Member.EvidenceRule: evidenceRule = members.Named<EvidenceRule>(); break;
                case Member.Units: units = Units(members); break;
                case Member.Areas: areas = List(members, "areas", Area); break;
                case Member.Damage: damage = List(members, "damage", Damage); break;
                case Member.Source: source = members.Text(); break;
                case Member.Version: version = members.Int64(); break;
                case Member.TaskCount or Member.Changes or Member.Unnumbered or Member.Spellings or Member.Search or Member.Words: break;
                default: throw members.Unknown();
            }
        }
        return new PlanDocument
        {
            Id = id ?? throw DocumentValues.Missing("_id"),
            SchemaVersion = schemaVersion ?? throw DocumentValues.Missing("schemaVersion"),
            Title = title ?? throw DocumentValues.Missing("title"),
            Number = number,
            Date = date,
            Year = year ?? throw DocumentValues.Missing("year"),
            Program = program ?? throw DocumentValues.Missing("program"),
            Level = level ?? throw DocumentValues.Missing("level"),
            Issuer = issuer ?? throw DocumentValues.Missing("issuer"),
            Place = place,
            Signatory = signatory,
            Recipients = recipients,
            LegalBases = legalBases,
            Preamble = preamble,
            Sections = sections,
            Closing = closing,
            Annex = annex,
            Budget = budget,
            EvidenceRule = evidenceRule,
            Units = units,
            Areas = areas,
            Damage = damage,
            Source = source,
            Version = version,
        };
    }

    private static int SchemaVersion(BsonReader member) => member.Int64() == PlanBson.SchemaVersion
        ? PlanBson.SchemaVersion
        : throw new BsonException($"schemaVersion {member.Int64()} is of another version of this program, which writes {PlanBson.SchemaVersion}; run the one that wrote it, or migrate.");

    private DateDocument Date(BsonReader members)
    {
        var (text, year, month, day) = ((string?)null, (int?)null, (int?)null, (int?)null);
        while (members.Next())
        {
            switch (Members.Of(members.Name))
            {
                case Member.Text: text = members.Text(); break;
                case Member.Year: year = members.Whole(); break;
                case Member.Month: month = members.Whole(); break;
                case Member.Day: day = members.Whole(); break;
                case Member.Date: break;
                default: throw members.Unknown();
            }
        }
        var date = new DateDocument { Text = text ?? throw DocumentValues.Missing("date.text"), Year = year, Month = month, Day = day };
        return date.Exists() ? date : throw new BsonException("'date' is of a day that does not exist.");
    }

    private static int? Year(BsonReader member) => member.Whole() is not { } year || year is >= PlanRules.FirstYear and <= PlanRules.LastYear
        ? member.Whole()
        : throw member.Unexpected($"a year from {PlanRules.FirstYear} to {PlanRules.LastYear}");

    private IssuerDocument Issuer(BsonReader members)
    {
        var (id, name, place, superior) = ((string?)null, (string?)null, (string?)null, (string[]?)null);
        while (members.Next())
        {
            switch (Members.Of(members.Name))
            {
                case Member.Id: id = members.Text(); break;
                case Member.Name: name = members.Text(); break;
                case Member.Place: place = members.Text(); break;
                case Member.Superior: superior = members.Texts(); break;
                case Member.Search: break;
                default: throw members.Unknown();
            }
        }
        return new IssuerDocument
        {
            Id = id ?? throw DocumentValues.Missing("issuer.id"),
            Name = name ?? throw DocumentValues.Missing("issuer.name"),
            Place = place ?? throw DocumentValues.Missing("issuer.place"),
            Superior = superior,
        };
    }

    private SignatoryDocument Signatory(BsonReader members)
    {
        var (authority, position, name) = ((string?)null, (string?)null, (string?)null);
        while (members.Next())
        {
            switch (Members.Of(members.Name))
            {
                case Member.Authority: authority = members.Text(); break;
                case Member.Position: position = members.Text(); break;
                case Member.Name: name = members.Text(); break;
                default: throw members.Unknown();
            }
        }
        return new SignatoryDocument { Authority = authority, Position = position, Name = name };
    }

    private SectionDocument Section(BsonReader members)
    {
        var (code, title, text, sections) = ((string?)null, (string?)null, (string[]?)null, (SectionDocument[]?)null);
        while (members.Next())
        {
            switch (Members.Of(members.Name))
            {
                case Member.Code: code = members.Text(); break;
                case Member.Title: title = members.Text(); break;
                case Member.Text: text = members.Texts(); break;
                case Member.Sections: sections = List(members, "sections", Section); break;
                default: throw members.Unknown();
            }
        }
        return new SectionDocument { Code = code, Title = title, Text = text, Sections = sections };
    }

    private AnnexDocument Annex(BsonReader members)
    {
        var (title, issuedWith, columns) = ((string?)null, (string?)null, (string[]?)null);
        while (members.Next())
        {
            switch (Members.Of(members.Name))
            {
                case Member.Title: title = members.Text(); break;
                case Member.IssuedWith: issuedWith = members.Text(); break;
                case Member.Columns: columns = members.Texts(); break;
                default: throw members.Unknown();
            }
        }
        return new AnnexDocument { Title = title, IssuedWith = issuedWith, Columns = columns };
    }

    /// <summary>The listed ones: a unit that only a cell names is found there again.</summary>
    private UnitDocument[]? Units(BsonReader member) =>
        List(member, "units", Unit) is { } units ? [.. units.OfType<UnitDocument>()] : null;

    private UnitDocument? Unit(BsonReader members)
    {
        var (name, aliases, under, isListed) = ((string?)null, (string[]?)null, (string?)null, true);
        while (members.Next())
        {
            switch (Members.Of(members.Name))
            {
                case Member.Name: name = members.Text(); break;
                case Member.Aliases: aliases = members.Texts(); break;
                case Member.Under: under = members.Text(); break;
                case Member.IsListed: isListed = members.Boolean(); break;
                case Member.Id or Member.UnderId or Member.Search: break;
                default: throw members.Unknown();
            }
        }
        return isListed ? new UnitDocument { Name = name ?? throw DocumentValues.Missing("name"), Aliases = aliases, Under = under } : null;
    }

    private DamageDocument Damage(BsonReader members)
    {
        var (field, stoodIn, remark, kind) = ((string?)null, (string?)null, (string?)null, (DamageKind?)null);
        while (members.Next())
        {
            switch (Members.Of(members.Name))
            {
                case Member.Field: field = members.Text(); break;
                case Member.Kind: kind = members.Named<DamageKind>(); break;
                case Member.StoodIn: stoodIn = members.Text(); break;
                case Member.Remark: remark = members.Text(); break;
                case Member.Search: break;
                default: throw members.Unknown();
            }
        }
        return new DamageDocument { Field = field, Kind = kind ?? throw DocumentValues.Missing("kind"), StoodIn = stoodIn, Remark = remark ?? throw DocumentValues.Missing("remark") };
    }

    private static T? Object<T>(BsonReader member, ItemReader<T> read)
        where T : class => member.IsNull ? null : read(member.Enter());

    private T[]? List<T>(BsonReader member, string name, ItemReader<T> read)
    {
        if (member.IsNull)
            return null;
        var list = new T[member.Count()];
        var items = member.Enter();
        for (var i = 0; items.Next(); i++)
        {
            _place.Push((name, i));
            list[i] = read(items.Enter());
            _place.Pop();
        }
        return list;
    }
}
