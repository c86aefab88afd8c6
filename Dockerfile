# The page at /graphql is built with npm; Ubuntu's Node is too old for it.
FROM node:22-bookworm-slim AS node

FROM ubuntu:24.04 AS build
RUN apt-get update \
 && apt-get install --yes --no-install-recommends ca-certificates dotnet-sdk-10.0
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source

# What a restore needs, so that it is done again only when a package changes.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/GovGraph.Api/GovGraph.Api.csproj src/GovGraph.Api/
COPY src/GovGraph.GraphQL/GovGraph.GraphQL.csproj src/GovGraph.GraphQL/
COPY src/GovGraph.Plans/GovGraph.Plans.csproj src/GovGraph.Plans/
COPY src/GovGraph.Server/GovGraph.Server.csproj src/GovGraph.Server/
COPY src/GovGraph.Server/Ide/Ide.targets src/GovGraph.Server/Ide/
COPY src/GovGraph.Storage/GovGraph.Storage.csproj src/GovGraph.Storage/
COPY src/GovGraph.Storage.MongoDb/GovGraph.Storage.MongoDb.csproj src/GovGraph.Storage.MongoDb/
RUN dotnet restore src/GovGraph.Server

COPY schema schema
COPY seeds seeds
COPY src src
RUN dotnet publish src/GovGraph.Server --no-restore --configuration Release --output /app

FROM ubuntu:24.04
RUN apt-get update \
 && apt-get install --yes --no-install-recommends aspnetcore-runtime-10.0 ca-certificates libmongoc-1.0-0t64 \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --no-create-home app
WORKDIR /app
COPY --from=build /app ./
# The embedded store's folder, for those who give no connection string.
RUN install --directory --owner=app --group=app /data
ENV ASPNETCORE_URLS=http://+:8080 \
    ASPNETCORE_HTTP_PORTS= \
    GovGraph__Storage__Path=/data \
    MONGOC_DISABLE_SHM=1
VOLUME /data
EXPOSE 8080
USER app
# The image has no curl.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["dotnet", "GovGraph.Server.dll"]
