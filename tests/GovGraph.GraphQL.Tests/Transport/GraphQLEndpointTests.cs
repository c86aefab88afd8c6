using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GovGraph.GraphQL.Tests.Transport;

public sealed class GraphQLEndpointTests
{
    [Fact]
    public async Task The_executor_and_the_options_come_from_the_services()
    {
        await using var server = await LocalServer.StartAsync(
            services => services.AddSingleton(CountingSchema.Executor()).AddSingleton(new TransportOptions { MaxBodyBytes = 40 }),
            app => app.MapGraphQL());
        Assert.Equal("""{"data":{"double":4}}""", (await server.PostAsync("""{"query":"{ double(number: 2) }"}""")).Body);
        Assert.Equal(413, (await server.PostAsync("""{"query":"{ double(number: 2222222222222222222222222222) }"}""")).Status);
        Assert.StartsWith("type Query {\n  double(number: Int!): Int!\n}", (await server.GetAsync("?sdl")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_executor_stops_the_start()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        var exception = Assert.Throws<InvalidOperationException>(() => app.MapGraphQL());
        Assert.Equal($"No service for type '{typeof(RequestExecutor)}' has been registered.", exception.Message);
    }

    [Fact]
    public async Task What_ASP_NET_Core_puts_around_endpoints_can_be_put_around_it()
    {
        await using var server = await LocalServer.StartAsync(
            services => services
                .AddSingleton(CountingSchema.Executor())
                .AddRateLimiter(limits =>
                {
                    limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
                    limits.AddFixedWindowLimiter("two", window => (window.PermitLimit, window.Window) = (2, TimeSpan.FromDays(1)));
                }),
            app =>
            {
                app.UseRateLimiter();
                app.MapGraphQL().RequireRateLimiting("two");
            });
        Assert.Equal(200, (await server.GetAsync("?query=%7B__typename%7D")).Status);
        Assert.Equal(200, (await server.PostAsync("""{"query":"{ __typename }"}""")).Status);
        Assert.Equal(429, (await server.PostAsync("""{"query":"{ __typename }"}""")).Status);
    }
}
