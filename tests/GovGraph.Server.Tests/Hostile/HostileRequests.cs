using static GovGraph.Server.Tests.Hostile.HostileRequest;

namespace GovGraph.Server.Tests.Hostile;

/// <summary>The attacks, by what they try.</summary>
internal static class HostileRequests
{
    private const string TooManyTokens = "Syntax Error: Document contains more than 20000 tokens. Send a shorter one.";
    private const string TooDeep = "Syntax Error: Document nests deeper than 200 levels. Send a flatter one.";
    private const string TooMuchWork = "The maximum allowed field cost was exceeded.";
    private const string TooManyObjects = "The maximum allowed type cost was exceeded.";

    private static readonly string s_long = new('x', 900_000);
    private static readonly string s_digits = new('9', 900_000);

    public static IReadOnlyDictionary<string, HostileRequest> All { get; } = new Dictionary<string, HostileRequest>
    {
        // Depth.
        ["selection sets nested 500 deep"] = Document(Nested(500), "HC0014", TooDeep),
        ["selection sets nested 100 deep"] = Document(Nested(100), "MAX_DEPTH", "This operation nests its fields 102 deep; at most 50 are allowed."),
        ["lists nested 5,000 deep in an argument"] = Document($"{{ tasks(where: {{ and: {new string('[', 5_000)}{new string(']', 5_000)} }}) {{ totalCount }} }}", "HC0014", TooDeep),
        ["900,000 open braces"] = Document(new string('{', 900_000), "HC0014", "Syntax Error: Expected Name, found \"{\"."),
        ["input objects nested 300 deep"] = Document($"{{ tasks(where: {Times(300, "{ not: ")}{{}}{new string('}', 300)}) {{ totalCount }} }}", "HC0014", TooDeep),
        ["a variable's type of 5,000 lists"] = Document($"query ($v: {new string('[', 5_000)}Int{new string(']', 5_000)}) {{ __typename }}", "HC0014", TooDeep),
        ["introspection of introspection"] = Document("{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }", "", "Maximum introspection depth exceeded"),

        // Width.
        ["10,000 aliases"] = Document($"{{ {Repeat(10_000, i => $"a{i}:__typename")} }}", "HC0014", TooManyTokens),
        ["6,000 aliases"] = Document($"{{ {Repeat(6_000, i => $"a{i}:__typename")} }}", "MAX_FIELDS", "This operation selects 6000 fields; at most 5000 are allowed."),
        ["2,000 aliases"] = Document($"{{ {Repeat(2_000, i => $"a{i}:__typename")} }}", "MAX_ALIASES", "This operation uses 2000 aliases; at most 500 are allowed."),
        ["5,000 unknown fields"] = Document($"{{ {Repeat(5_000, i => $"nope{i}")} }}", "", "Cannot query field \"nope0\" on type \"Query\"."),
        ["4,000 unknown arguments"] = Document($"{{ tasks({Repeat(4_000, i => $"wher{i}: 1")}) {{ totalCount }} }}", "", "Unknown argument \"wher0\" on field \"Query.tasks\"."),
        ["6,000 times the same argument"] = Document($"{{ tasks({Times(6_000, "first: 1 ")}) {{ totalCount }} }}", "", "There can be only one argument named \"first\"."),
        ["4,000 unused variables"] = Document($"query ({Repeat(4_000, i => $"$v{i}: Int")}) {{ __typename }}", "", "Variable \"$v0\" is never used."),
        ["2,800 operations of one name"] = Document(Times(2_800, "query Q { __typename } "), "", "There can be only one operation named \"Q\"."),
        ["a union of 9,000 unknown types"] = Document($"union U = {string.Join('|', Enumerable.Range(0, 9_000).Select(i => $"A{i}"))}", "", "The \"U\" definition is not executable."),
        ["5,000 directives at one place"] = Document($"{{ __typename {Times(5_000, "@skip(if: false) ")} }}", "HC0014", "Syntax Error: More than 32 directives in one place."),
        ["2,480 directives, 31 at a place"] = Document($"{{ {Times(80, $"__typename {Times(31, "@include(if: true) ")}")} }}", "MAX_DIRECTIVES", "This operation uses 2480 directives; at most 500 are allowed."),
        ["4,000 unknown directives"] = Document($"{{ {Times(400, $"__typename {Repeat(10, i => $"@skib{i}")} ")} }}", "MAX_DIRECTIVES", "This operation uses 4000 directives; at most 500 are allowed."),

        // Fragments.
        ["a fragment bomb of 2^30 fields"] = Document(FragmentBomb(30), "MAX_FIELDS", "This operation selects 4294967293 fields; at most 5000 are allowed."),
        ["a fragment bomb of 2^100 fields"] = Document(FragmentBomb(100), "MAX_FIELDS", "This operation selects at least 1000000000000 fields; at most 5000 are allowed."),
        ["2,000 times 2,000 spreads"] = Document($"{{ {Times(2_000, "...F ")} }} fragment F on Query {{ {Times(2_000, "...G ")} }} fragment G on Query {{ __typename }}", "MAX_FIELDS", "This operation selects 4000000 fields; at most 5000 are allowed."),
        ["a chain of 2,800 fragments"] = Document($"{{ ...F0 }} {Repeat(2_800, i => $"fragment F{i} on Query {{ ...F{i + 1} }}")} fragment F2800 on Query {{ __typename }}", "HC0014", TooManyTokens),
        ["90 fragments that all spread each other"] = Document($"{{ ...F0 }} {Repeat(90, i => $"fragment F{i} on Query {{ {Repeat(90, j => $"...F{j}")} }}")}", "", "Cannot spread fragment \"F0\" within itself."),
        ["1,000 operations over 1,000 fragments"] = Document($"{Repeat(1_000, i => $"query Q{i} {{ ...F0 }}")} {Repeat(1_000, i => $"fragment F{i} on Query {{ ...F{i + 1} }}")} fragment F1000 on Query {{ __typename }}", "TOO_MUCH_VALIDATION_WORK", "Validating this document takes more than 100000 steps. Send fewer operations, or spread fewer fragments in them."),
        ["2,500 fragments that nobody spreads"] = Document($"{{ __typename }} {Repeat(2_500, i => $"fragment F{i} on Query {{ __typename }}")}", "", "Fragment \"F0\" is never used."),

        // Fields that overlap.
        ["2,000 overlapping fields"] = Document($"{{ planById(id: \"x\") {{ {Repeat(2_000, i => $"a: {(i % 2 == 0 ? "id" : "year")}")} }} }}", "MAX_ALIASES", "This operation uses 2000 aliases; at most 500 are allowed."),
        ["500 overlapping fields"] = Document($"{{ planById(id: \"x\") {{ {Repeat(500, i => $"a: {(i % 2 == 0 ? "id" : "year")}")} }} }}", "", "Fields \"a\" conflict because \"id\" and \"year\" are different fields."),
        ["1,500 overlapping objects with other arguments"] = Document($"{{ {Repeat(1_500, i => $"planById(id: \"{i}\") {{ id }}")} }}", "", "Fields \"planById\" conflict because they have differing arguments."),
        ["400 of them in 100 fragments"] = Document($"{{ {Repeat(100, i => $"...F{i}")} }} {Repeat(100, i => $"fragment F{i} on Query {{ {Repeat(4, j => $"planById(id: \"{(4 * i) + j}\") {{ id }}")} }}")}", "", "Fields \"planById\" conflict because they have differing arguments."),
        ["45 fragments that overlap five levels deep"] = Document($"{{ {Repeat(45, i => $"...F{i}")} }} {Repeat(45, i => $"fragment F{i} on Query {{ planById(id: \"x\") {{ areas {{ components {{ tasks {{ a{i}: id t: {(i % 2 == 0 ? "id" : "code")} }} }} }} }} }}")}", "", "Fields \"planById\" conflict because subfields \"areas\" conflict"),
        ["60 times two types that overlap"] = Document($"{{ node(id: \"x\") {{ {Times(60, "... on Plan { a: id b: areas { c: title } } ... on Task { a: code b: plan { c: year } } ")} }} }}", "", "Fields \"a\" conflict because they return conflicting types"),
        ["60 fragments of 60 fragments that overlap"] = Document($"{{ {Repeat(60, i => $"planById(id: \"x\") {{ ...F{i} }}")} }} {Repeat(60, i => $"fragment F{i} on Plan {{ {Repeat(60, j => $"areas {{ ...G{j} }}")} }}")} {Repeat(60, i => $"fragment G{i} on Area {{ x: {(i % 2 == 0 ? "id" : "title")} }}")}", "MAX_FIELDS", "This operation selects 7260 fields; at most 5000 are allowed."),

        // Results too large.
        ["lists in lists in lists"] = Document("{ plans(first: 50) { nodes { tasks { plan { tasks { plan { tasks { id } } } } } } } }", "HC0047", TooMuchWork),
        ["200 pages at once"] = Document($"{{ {Repeat(200, i => $"a{i}: tasks(first: 50) {{ nodes {{ id plan {{ id }} }} }}")} }}", "HC0047", TooMuchWork),
        ["a page of two thousand million"] = Document("{ tasks(first: 2147483647) { nodes { id } } }", "HC0047", TooManyObjects),
        ["introspection twenty times"] = Document($"{{ {Repeat(20, i => $"a{i}: __schema {{ types {{ name description fields {{ name description args {{ name description type {{ name }} }} type {{ name }} }} inputFields {{ name type {{ name }} }} }} }}")} }}", "HC0047", TooMuchWork),

        // Lists and objects in literals.
        ["a list of 19,000 numbers"] = Document($"{{ tasks(where: {{ budget: {{ in: [{Repeat(19_000, i => $"{i}")}] }} }}) {{ totalCount }} }}", "HC0047", TooMuchWork),
        ["19,000 ids"] = Document($"{{ nodes(ids: [{Repeat(19_000, i => $"\"{i}\"")}]) {{ id }} }}", "HC0047", TooManyObjects),
        ["3,800 conditions of a wrong kind"] = Document($"{{ tasks(where: {{ or: [{Times(3_800, "{ id: 1 } ")}] }}) {{ totalCount }} }}", "", "Expected value of type \"IdOperationFilterInput\", found 1."),
        ["6,000 unknown fields of an input object"] = Document($"{{ tasks(where: {{ {Repeat(6_000, i => $"a{i}: 1")} }}) {{ totalCount }} }}", "", "Field \"a0\" is not defined by type \"TaskFilterInput\"."),

        // Long words.
        ["a field of 900,000 letters"] = Document($"{{ {s_long} }}", "", "Cannot query field \"xxx"),
        ["a fragment of 900,000 letters"] = Document($"{{ ...{s_long} }}", "", "Unknown fragment \"xxx"),
        ["a type of 900,000 letters"] = Document($"{{ ... on {s_long} {{ id }} }}", "", "Unknown type \"xxx"),
        ["a directive of 900,000 letters"] = Document($"{{ __typename @{s_long} }}", "", "Unknown directive \"@xxx"),
        ["a variable of 900,000 letters"] = Document($"query (${s_long}: Int!) {{ __typename }}", "", "Variable \"$xxx"),
        ["an enum value of 900,000 letters"] = Document($"{{ tasks(where: {{ status: {{ eq: {s_long} }} }}) {{ totalCount }} }}", "", "Value \"xxx"),
        ["a string of 900,000 letters without an end"] = Document($"{{ taskById(id: \"{s_long}", "HC0014", "Syntax Error: Unterminated string."),
        ["a number of 900,000 digits"] = Document($"{{ tasks(first: {s_digits}) {{ totalCount }} }}", "", "Int cannot represent non 32-bit signed integer value: 999"),
        ["a number with 900,000 decimals"] = Document($"{{ tasks(where: {{ budget: {{ gt: 0.{s_digits} }} }}) {{ totalCount }} }}", "", "Long must be a whole number of at most 64 bits."),
        ["an exponent of 900,000 digits"] = Document($"{{ tasks(where: {{ budget: {{ gt: 1e{s_digits} }} }}) {{ totalCount }} }}", "", "Long must be a whole number of at most 64 bits."),
        ["900,000 noughts"] = Document($"{{ tasks(first: {new string('0', 900_000)}) {{ totalCount }} }}", "HC0014", "Syntax Error: Invalid number, unexpected digit after 0: \"0\"."),
        ["an escape of 800,000 digits"] = Document($"{{ taskById(id: \"\\u{{{new string('0', 800_000)}110000}}\") {{ id }} }}", "HC0014", "Syntax Error: Invalid Unicode escape sequence: \"\\u{000"),
        ["75,000 escapes before half a letter"] = Document($"{{ taskById(id: \"{Times(75_000, "\\u0061")}\\uD800\") {{ id }} }}", "HC0014", "Syntax Error: Invalid Unicode escape sequence: \"\\uD800\"."),
        ["900,000 letters of comment"] = Document($"#{s_long}", "HC0014", "Syntax Error: Unexpected <EOF>."),
        ["300,000 comments"] = Document(Times(300_000, "#\n"), "HC0014", "Syntax Error: Unexpected <EOF>."),
        ["900,000 commas"] = Document(new string(',', 900_000), "HC0014", "Syntax Error: Unexpected <EOF>."),

        // Variables.
        ["a list of 100,000 numbers as variable"] = Variables($$"""{{Where($$"""{ "budget": { "in": [{{string.Join(',', Enumerable.Range(0, 100_000))}}] } }""")}}""", "HC0047", TooMuchWork),
        ["20,000 conditions"] = Variables(Where($$"""{ "or": [{{Many(20_000, """{ "title": { "contains": "a" } }""")}}] }"""), "HC0047", TooMuchWork),
        ["100,000 conditions that hold nothing"] = Variables(Where($$"""{ "and": [{{Many(100_000, "{}")}}] }"""), "HC0047", TooMuchWork),
        ["2,000 conditions turned over 50 times"] = Variables(Where($$"""{ "and": [{{Many(2_000, $"{Times(50, """{"not":""")}{{}}{new string('}', 50)}")}}] }"""), "HC0047", TooMuchWork),
        ["150,000 nulls for conditions"] = Variables(Where($$"""{ "and": [{{Many(150_000, "null")}}] }"""), "HC0016", "Variable \"$where\" got invalid value null at \"where.and[0]\";"),
        ["50,000 unknown fields"] = Variables(Where($"{{ {string.Join(',', Enumerable.Range(0, 50_000).Select(i => $"\"x{i}\": 1"))} }}"), "HC0016", "Variable \"$where\" got invalid value {"),
        ["80,000 times the same field"] = Variables(Where($"{{ {Many(80_000, "\"code\":{}")} }}"), "HC0009", "Invalid GraphQL request: `variables` has an object with the same name twice."),
        ["a filter nested 1,000 deep"] = Variables(Where($"{Times(1_000, """{ "not": """)}null{new string('}', 1_000)}"), "HC0012", "Invalid JSON document"),
        ["100,000 ids"] = Variables($"\"ids\": [{Many(100_000, "\"x\"")}]", "HC0047", TooManyObjects),
        ["100,000 ids that are none"] = Variables($"\"ids\": [{Many(100_000, "1.5")}]", "HC0016", "Variable \"$ids\" got invalid value 1.5 at \"ids[0]\";"),
        ["an integer of 900,000 digits"] = Variables($"\"first\": {s_digits}", "HC0016", "Variable \"$first\" got invalid value 999"),
        ["150,000 escapes before half a letter"] = Variables($"\"ids\": [\"{Times(150_000, "\\u0061")}\\uD800\"]", "HC0012", "Invalid JSON document: a string has half of a surrogate pair."),
        ["a batch of 30,000"] = new($"[{Many(30_000, """{"query":"{ __typename }"}""")}]", "HC0009", "Invalid GraphQL request: the body must be an object, but it is an array, and batches of requests are turned off."),
        ["extensions nested 400,000 deep"] = new($"{{\"query\":\"{{a}}\",\"extensions\":{{\"a\":{new string('[', 400_000)}{new string(']', 400_000)}}}}}", "HC0012", "Invalid JSON document"),
    };

    private static string Where(string filter) => $"\"where\": {filter}";

    private static string Repeat(int count, Func<int, string> part) => string.Join(' ', Enumerable.Range(0, count).Select(part));

    private static string Times(int count, string part) => string.Concat(Enumerable.Repeat(part, count));

    private static string Many(int count, string item) => string.Join(',', Enumerable.Repeat(item, count));

    private static string Nested(int depth) =>
        $"{{ taskById(id: \"x\") {{ {Times(depth / 2, "plan { areas { ")} id {Times(depth / 2, "} } ")} }} }}";

    private static string FragmentBomb(int levels) =>
        $"{{ ...F0 }} {Repeat(levels, i => $"fragment F{i} on Query {{ a: __schema {{ queryType {{ ...G{i} }} }} ...F{i + 1} ...F{i + 1} }} fragment G{i} on __Type {{ name }}")} fragment F{levels} on Query {{ __typename }}";
}
