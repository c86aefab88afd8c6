using System.Collections.Immutable;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Access;

namespace GovGraph.Api.Access;

/// <summary>The one who asks is bound to units, and they do not have the part in the task or the indicator that the change asks for.</summary>
/// <param name="Key">The name of its key.</param>
/// <param name="Id">Of the task or the indicator.</param>
/// <param name="Part">What the units don't do, in words: lead, take part in.</param>
/// <param name="PartInVietnamese">The same in Vietnamese.</param>
internal sealed record NotAuthorized(string Key, string Id, string Part, string PartInVietnamese)
    : Refusal(
        $"The current user is not authorized to access this resource: the units of the key '{Key}' do not {Part} {Id}.",
        $"Không có quyền truy cập: các đơn vị của khóa '{Key}' không {PartInVietnamese} {Id}.");

/// <summary>The key of the one who asks does not have the scope that something needs.</summary>
/// <param name="Key">The name of the key.</param>
/// <param name="Scopes">Of which it would need one.</param>
internal sealed record ScopeMissing(string Key, params ImmutableArray<Scope> Scopes)
    : Refusal(
        $"The current user is not authorized to access this resource: the key '{Key}' does not have the scope {string.Join(" or ", Scopes.Select(scope => $"`{scope.Name()}`"))}.",
        $"Không có quyền truy cập: khóa '{Key}' không có phạm vi {string.Join(" hoặc ", Scopes.Select(scope => $"`{scope.Name()}`"))}.");

/// <summary>The key of the one who asks does not see the plans of a body, and brings it none.</summary>
/// <param name="Key">The name of the key.</param>
/// <param name="Body">The id of the body.</param>
internal sealed record BodyNotSeen(string Key, string Body)
    : Refusal(
        $"The current user is not authorized to access this resource: the key '{Key}' does not see the plans of {Body}.",
        $"Không có quyền truy cập: khóa '{Key}' không được xem các kế hoạch của {Body}.");
