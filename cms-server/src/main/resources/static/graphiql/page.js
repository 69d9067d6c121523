'use strict';

const firstQuery = `# Published content. An edition pins what is read:
# roleGuide(slug: "ai-specialist", edition: "1.1")
{
  edition {
    id
    asOf
  }
  roleGuides(first: 10) {
    totalCount
    nodes {
      slug
      title
      publishedAt
    }
  }
}
`;

ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
    defaultQuery: firstQuery,
  }),
);
