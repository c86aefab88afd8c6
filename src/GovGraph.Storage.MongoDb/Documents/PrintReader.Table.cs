using GovGraph.Plans.Documents;
using GovGraph.Storage.MongoDb.Bson;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.MongoDb.Documents;

/// <summary>The rows of the table; the ids of areas, components and headings follow from their codes.</summary>
internal sealed partial class PrintReader
{
    private AreaDocument Area(BsonReader members)
    {
        var (code, label, title, budget) = ((string?)null, (string?)null, (string?)null, (string?)null);
        ComponentDocument[]? components = null;
        GroupDocument[]? groups = null;
        TaskDocument[]? tasks = null;
        IndicatorDocument[]? indicators = null;
        DamageDocument[]? damage = null;
        while (members.Next())
        {
            switch (Members.Of(members.Name))
            {
                case Member.Code: code = members.Text(); break;
                case Member.Label: label = members.Text(); break;
                case Member.Title: title = members.Text(); break;
                case Member.Budget: budget = members.Printed("text"u8); break;
                case Member.Components: components = List(members, "components", Component); break;
                case Member.Groups: groups = List(members, "groups", Group); break;
                case Member.Tasks: tasks = List(members, "tasks", Task); break;
                case Member.Indicators: indicators = List(members, "indicators", Indicator); break;
                case Member.Damage: damage = List(members, "damage", Damage); break;
                case Member.Id or Member.Search: break;
                default: throw members.Unknown();
            }
        }
        return new AreaDocument
        {
            Code = code ?? throw DocumentValues.Missing("code"),
            Label = label,
            Title = title,
            Budget = budget,
            Components = components,
            Groups = groups,
            Tasks = tasks,
            Indicators = indicators,
            Damage = damage,
        };
    }

    private ComponentDocument Component(BsonReader members)
    {
        var (code, label, title, budget) = ((string?)null, (string?)null, (string?)null, (string?)null);
        GroupDocument[]? groups = null;
        TaskDocument[]? tasks = null;
        DamageDocument[]? damage = null;
        while (members.Next())
        {
            switch (Members.Of(members.Name))
            {
                case Member.Code: code = members.Text(); break;
                case Member.Label: label = members.Text(); break;
                case Member.Title: title = members.Text(); break;
                case Member.Budget: budget = members.Printed("text"u8); break;
                case Member.Groups: groups = List(members, "groups", Group); break;
                case Member.Tasks: tasks = List(members, "tasks", Task); break;
                case Member.Damage: damage = List(members, "damage", Damage); break;
                case Member.Id or Member.Search: break;
                default: throw members.Unknown();
            }
        }
        return new ComponentDocument
        {
            Code = code ?? throw DocumentValues.Missing("code"), Label = label, Title = title, Budget = budget, Groups = groups, Tasks = tasks, Damage = damage,
        };
    }

    private GroupDocument Group(BsonReader members)
    {
        var (code, label, title, budget, damage) = ((string?)null, (string?)null, (string?)null, (string?)null, (DamageDocument[]?)null);
        while (members.Next())
        {
            switch (Members.Of(members.Name))
            {
                case Member.Code: code = members.Text(); break;
                case Member.Label: label = members.Text(); break;
                case Member.Title: title = members.Text(); break;
                case Member.Budget: budget = members.Printed("text"u8); break;
                case Member.Damage: damage = List(members, "damage", Damage); break;
                case Member.Id or Member.Search: break;
                default: throw members.Unknown();
            }
        }
        return new GroupDocument { Code = code ?? throw DocumentValues.Missing("code"), Label = label, Title = title, Budget = budget, Damage = damage };
    }

    private TaskDocument Task(BsonReader members)
    {
        string? id = null, code = null, label = null, group = null, title = null, target = null, expectedResult = null;
        string? lead = null, coordinating = null, implementing = null, deadline = null, budget = null, note = null, statusNote = null;
        string[]? items = null;
        int? line = null;
        DamageDocument[]? damage = null;
        TaskStatus? status = null;
        DateOnly? completedOn = null;
        EvidenceDocument[]? evidence = null;
        OccurrenceDocument[]? occurrences = null;
        EventDocument[]? events = null;
        ExtensionDocument[]? extensions = null;
        NoteDocument[]? notes = null;
        long? version = null;
        while (members.Next())
        {
            switch (Members.Of(members.Name))
            {
                case Member.Id: id = members.Text(); break;
                case Member.Code: code = members.Text(); break;
                case Member.Label: label = members.Text(); break;
                case Member.Group: group = members.Printed("code"u8); break;
                case Member.Title: title = members.Text(); break;
                case Member.Items: items = members.Texts(); break;
                case Member.Target: target = members.Text(); break;
                case Member.ExpectedResult: expectedResult = members.Text(); break;
                case Member.Lead: lead = members.Text(); break;
                case Member.Coordinating: coordinating = members.Text(); break;
                case Member.Implementing: implementing = members.Text(); break;
                case Member.Deadline: deadline = members.Printed("text"u8); break;
                case Member.Budget: budget = members.Printed("text"u8); break;
                case Member.Note: note = members.Text(); break;
                case Member.Line: line = members.Whole(); break;
                case Member.Damage: damage = List(members, "damage", Damage); break;
                case Member.Status: status = members.Named<TaskStatus>(); break;
                case Member.StatusNote: statusNote = members.Text(); break;
                case Member.CompletedOn: completedOn = members.Day(); break;
                case Member.Evidence: evidence = List(members, "evidence", EvidenceBson.ReadItem); break;
                case Member.Occurrences: occurrences = List(members, "occurrences", OccurrenceBson.ReadItem); break;
                case Member.Events: events = List(members, "events", EventBson.ReadItem); break;
                case Member.Version: version = members.Int64(); break;
                case Member.Extensions: extensions = List(members, "extensions", ExtensionBson.ReadItem); break;
                case Member.Notes: notes = List(members, "notes", NoteBson.ReadItem); break;
                case Member.Ordinal or Member.Assignments or Member.ExtendedTo or Member.Search: break;
                default: throw members.Unknown();
            }
        }
        return new TaskDocument
        {
            Id = id ?? throw DocumentValues.Missing("id"),
            Code = code ?? throw DocumentValues.Missing("code"),
            Label = label,
            Group = group,
            Title = title,
            Items = items,
            Target = target,
            ExpectedResult = expectedResult,
            Lead = lead,
            Coordinating = coordinating,
            Implementing = implementing,
            Deadline = deadline,
            Budget = budget,
            Note = note,
            Line = line,
            Damage = damage,
            Status = status,
            StatusNote = statusNote,
            CompletedOn = completedOn,
            Evidence = evidence,
            Occurrences = occurrences,
            Events = events,
            Extensions = extensions,
            Notes = notes,
            Version = version,
        };
    }

    private IndicatorDocument Indicator(BsonReader members)
    {
        string? code = null, label = null, title = null, unit = null, target = null, lead = null, coordinating = null, evaluator = null;
        string[]? heading = null;
        int? line = null;
        DamageDocument[]? damage = null;
        ValueDocument[]? values = null;
        long? version = null;
        while (members.Next())
        {
            switch (Members.Of(members.Name))
            {
                case Member.Code: code = members.Text(); break;
                case Member.Label: label = members.Text(); break;
                case Member.Heading: heading = members.Texts(); break;
                case Member.Title: title = members.Text(); break;
                case Member.Unit: unit = members.Text(); break;
                case Member.Target: target = members.Text(); break;
                case Member.Lead: lead = members.Text(); break;
                case Member.Coordinating: coordinating = members.Text(); break;
                case Member.Evaluator: evaluator = members.Text(); break;
                case Member.Line: line = members.Whole(); break;
                case Member.Damage: damage = List(members, "damage", Damage); break;
                case Member.Values: values = List(members, "values", IndicatorProgressBson.ReadItem); break;
                case Member.Version: version = members.Int64(); break;
                default: throw members.Unknown();
            }
        }
        return new IndicatorDocument
        {
            Code = code ?? throw DocumentValues.Missing("code"),
            Label = label,
            Heading = heading,
            Title = title ?? throw DocumentValues.Missing("title"),
            Unit = unit,
            Target = target ?? throw DocumentValues.Missing("target"),
            Lead = lead,
            Coordinating = coordinating,
            Evaluator = evaluator,
            Line = line,
            Damage = damage,
            Values = values,
            Version = version,
        };
    }
}
