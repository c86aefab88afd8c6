using GovGraph.Api.Access;
using GovGraph.Api.Areas;
using GovGraph.Api.Audit;
using GovGraph.Api.Budgets;
using GovGraph.Api.Bulk;
using GovGraph.Api.Changes;
using GovGraph.Api.Comparisons;
using GovGraph.Api.Components;
using GovGraph.Api.Consistency;
using GovGraph.Api.Deadlines;
using GovGraph.Api.Evidence;
using GovGraph.Api.Files;
using GovGraph.Api.Filters;
using GovGraph.Api.Grouping;
using GovGraph.Api.History;
using GovGraph.Api.Indicators;
using GovGraph.Api.Paging;
using GovGraph.Api.Periods;
using GovGraph.Api.Plans;
using GovGraph.Api.Scalars;
using GovGraph.Api.Scorecards;
using GovGraph.Api.Search;
using GovGraph.Api.Subscriptions;
using GovGraph.Api.Tasks;
using GovGraph.Api.Units;
using GovGraph.Api.Webhooks;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Transport.Uploads;
using GovGraph.GraphQL.Types;
using GovGraph.Plans;
using GovGraph.Plans.Areas;
using GovGraph.Plans.Calendar;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;
using GovGraph.Storage;
using GovGraph.Storage.Contents;
using GovGraph.Storage.Grouping;
using GovGraph.Storage.History;
using GovGraph.Storage.Paging;
using GovGraph.Storage.Search;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Api;

/// <summary>The public schema, bound to the domain: every type and every field by name.</summary>
public static class ApiSchema
{
    /// <summary>The texts of schema/*.graphql, which the program carries in itself.</summary>
    public static IReadOnlyList<string> Sources { get; } = ReadSources();

    /// <exception cref="SchemaBindingException">A field has no binding, or a binding has no field: the message names each.</exception>
    public static BoundSchema Bind(PageSizes? pages = null)
    {
        var built = SchemaBuilder.Build(Sources.Select((pages ?? new()).In));
        var schema = built.Schema ?? throw new InvalidOperationException(string.Join('\n', built.Errors.Select(error => error.Message)));
        Authorization.Check(schema);
        return BoundSchema.Create(schema, Bindings(schema));
    }

    /// <summary>Gives a request what its resolvers ask for.</summary>
    /// <param name="state">The request's.</param>
    /// <param name="store">What it asks and changes.</param>
    /// <param name="time">The clock.</param>
    /// <param name="pages">How long pages are.</param>
    /// <param name="client">The program that asks, as it names itself.</param>
    /// <param name="days">How the days after an event are counted.</param>
    /// <param name="caller">The one who asks; anyone where there are no keys.</param>
    /// <param name="files">What may be handed in as files.</param>
    public static void Prepare(
        RequestState state, PlanStore store, TimeProvider time, PageSizes? pages = null, string? client = null, DayCount? days = null, Caller? caller = null,
        FileLimits? files = null) =>
        state.Set((caller ?? Caller.Anyone).Visible(store)).Set(caller ?? Caller.Anyone).Set(Moment.Of(time)).Set(pages ?? new()).Set(new Selections()).Set(new RequestFiles()).Set(RequestClient.Of(client)).Set(days ?? DayCount.Calendar)
            .Set(state.Find<RequestAudit>() ?? RequestAudit.None).Set(new FileUploads(store, files ?? new(), time));

    private static SchemaBindings Bindings(Schema schema)
    {
        var bindings = new SchemaBindings();

        // A change makes a new plan with new nodes; what depends on more than its object is bound with a context.
        bindings.Immutable(type => type.Assembly == typeof(Plan).Assembly);
        bindings.Guard(Authorization.GuardOf);
        bindings.Witness(field => AuditWitness.Of(field, schema));
        bindings.Root("Query", QueryFields.Bind);
        TaskMutations.Bind(bindings);
        UpdateTasksMutation.Bind(bindings);
        EvidenceMutations.Bind(bindings);
        UploadMutations.Bind(bindings);
        ExtensionMutations.Bind(bindings);
        NoteMutations.Bind(bindings);
        ImportMutations.Bind(bindings);
        IndicatorMutations.Bind(bindings);
        OccurrenceMutations.Bind(bindings);
        TaskEventMutations.Bind(bindings);
        WebhookMutations.Bind(bindings);
        bindings.Interface("Node");

        bindings.Type<Plan>("Plan", PlanFields.Bind);
        bindings.Type<PlanDate>("PlanDate", PlanFields.BindDate);
        bindings.Type<Issuer>("Issuer", PlanFields.BindIssuer);
        bindings.Type<Signatory>("Signatory", PlanFields.BindSignatory);
        bindings.Type<Section>("Section", PlanFields.BindSection);
        bindings.Type<Annex>("Annex", PlanFields.BindAnnex);
        bindings.Type<Damage>("Damage", PlanFields.BindDamage);
        bindings.Type<Area>("Area", AreaFields.Bind);
        bindings.Type<Component>("Component", ComponentFields.Bind);
        bindings.Type<TaskGroup>("TaskGroup", TaskGroupFields.Bind);
        bindings.Type<PlanTask>("Task", TaskFields.Bind);
        TaskPermissions.Bind(bindings, schema);
        bindings.Type<TaskStep>("TaskStep", TaskStepFields.Bind);
        bindings.Type<Deadline>("Deadline", DeadlineFields.Bind);
        bindings.Type<DueStep>("DueStep", DeadlineFields.BindStep);
        bindings.Type<Recurrence>("Recurrence", DeadlineFields.BindRecurrence);
        bindings.Type<DeadlineTrigger>("DeadlineTrigger", DeadlineFields.BindTrigger);
        bindings.Type<Unit>("Unit", UnitFields.Bind);
        bindings.Type<Assignment>("Assignment", UnitFields.BindAssignment);
        bindings.Type<EvidenceItem>("Evidence", EvidenceFields.Bind);
        bindings.Type<EvidenceReview>("EvidenceReview", EvidenceFields.BindReview);
        bindings.Type<EvidenceWithdrawal>("EvidenceWithdrawal", EvidenceFields.BindWithdrawal);
        bindings.Type<Indicator>("Indicator", IndicatorFields.Bind);
        bindings.Type<IndicatorTarget>("IndicatorTarget", IndicatorFields.BindTarget);
        bindings.Type<IndicatorValue>("IndicatorValue", IndicatorFields.BindValue);
        bindings.Type<Period>("Period", PeriodFields.Bind);
        bindings.Type<TaskOccurrence>("Occurrence", OccurrenceFields.Bind);
        bindings.Type<TaskEvent>("TaskEvent", TaskEventFields.Bind);
        bindings.Type<GovGraph.Plans.Budgets.Money>("Money", MoneyFields.Bind);
        BindConnection<Plan>(bindings, "Plans");
        BindConnection<PlanTask>(bindings, "Tasks");
        BindConnection<Indicator>(bindings, "Indicators");
        BindConnection<Unit>(bindings, "Units");
        BindConnection<GroupedTasks>(bindings, "TasksGroupBy");
        BindConnection<HistoryEntry>(bindings, "Changes");
        BindConnection<SearchHit>(bindings, "Search");
        bindings.Type<PageInfo>("PageInfo", ConnectionFields.BindInfo);

        MutationError.Bind(bindings, schema);
        bindings.Type<ConflictingChange>("ConflictingChange", ConflictFields.Bind);
        bindings.Enum<OnConflict>("OnConflict");
        ExtensionFields.Bind(bindings);
        ConsistencyFields.Bind(bindings);
        SearchFields.Bind(bindings);
        TaskSummaryFields.Bind(bindings);
        GroupFields.Bind(bindings);
        ScorecardFields.Bind(bindings);
        ChangeFields.Bind(bindings);
        TaskSubscription.Bind(bindings);
        WebhookFields.Bind(bindings);
        ComparisonFields.Bind(bindings);

        bindings.Enum<ReformProgram>("Program");
        bindings.Enum<AdministrativeLevel>("AdministrativeLevel");
        bindings.Enum<DamageKind>("DamageKind");
        bindings.Enum<TaskStatus>("TaskStatus");
        bindings.Enum<DeadlineKind>("DeadlineKind");
        bindings.Enum<DeadlineState>("DeadlineState");
        bindings.Enum<RecurrencePeriod>("RecurrencePeriod");
        bindings.Enum<TriggerRelation>("TriggerRelation");
        bindings.Enum<DurationUnit>("DurationUnit");
        bindings.Enum<RelativePeriod>("RelativePeriod");
        bindings.Enum<UnitRole>("UnitRole");
        bindings.Enum<EvidenceKind>("EvidenceKind");
        bindings.Enum<EvidenceState>("EvidenceState");
        bindings.Enum<EvidenceRule>("EvidenceRule");
        bindings.Enum<ReviewDecision>("ReviewDecision");
        bindings.Enum<IndicatorComparator>("IndicatorComparator");
        bindings.Enum<PeriodKind>("PeriodKind");
        bindings.Enum<OccurrenceState>("OccurrenceState");
        bindings.Enum<TaskEventState>("TaskEventState");
        bindings.Enum<SortDirection>("SortEnumType");

        bindings.Scalar("LocalDate", new LocalDateCoercion());
        bindings.Scalar("DateTime", new DateTimeCoercion());
        bindings.Scalar("Duration", new DurationCoercion());
        bindings.Scalar("Long", new LongCoercion());
        bindings.Scalar("Upload", Upload.Coercion);
        bindings.Scalar("Decimal", new DecimalCoercion());
        return bindings;
    }

    private static void BindConnection<T>(SchemaBindings bindings, string name)
        where T : class
    {
        bindings.Type<Page<T>>($"{name}Connection", ConnectionFields.Bind);
        bindings.Type<Edge<T>>($"{name}Edge", ConnectionFields.BindEdge);
    }

    private static string[] ReadSources()
    {
        var assembly = typeof(ApiSchema).Assembly;
        return [.. assembly.GetManifestResourceNames().Where(name => name.EndsWith(".graphql", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        })];
    }
}
