import EditorWorker from 'monaco-editor/esm/vs/editor/editor.worker.js?worker';
import JsonWorker from 'monaco-editor/esm/vs/language/json/json.worker.js?worker';
import GraphQLWorker from 'monaco-graphql/esm/graphql.worker.js?worker';

const workers = { graphql: GraphQLWorker, json: JsonWorker };

globalThis.MonacoEnvironment = {
  getWorker: (_, label) => new (workers[label] ?? EditorWorker)(),
};

const fontFamily = '"JetBrains Mono Variable", monospace';
// Monaco would frame the dashes of Vietnamese print as letters that look like others.
const unicodeHighlight = { ambiguousCharacters: false };
const adopt = (created) => created.updateOptions({ fontFamily, fontSize: 14, wordWrap: 'on', unicodeHighlight });

// GraphiQL has no prop for the options of its editors. It loads this same module, sooner or later than we do.
import('monaco-graphql/esm/monaco-editor.js').then(async ({ editor }) => {
  editor.getEditors().forEach(adopt);
  editor.onDidCreateEditor(adopt);
  // The editor takes the width of a letter once: it has to do so again when the font is there.
  await document.fonts.load(`14px ${fontFamily}`, 'aế');
  editor.remeasureFonts();
});
