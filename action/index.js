import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key2 of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key2) && key2 !== except)
        __defProp(to, key2, { get: () => from[key2], enumerable: !(desc = __getOwnPropDesc(from, key2)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// node_modules/dockerfile-ast/lib/argument.js
var require_argument = __commonJS({
  "node_modules/dockerfile-ast/lib/argument.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Argument = void 0;
    var Argument = class {
      constructor(value, range) {
        this.value = value;
        this.range = range;
      }
      toString() {
        return this.value;
      }
      getRange() {
        return this.range;
      }
      getValue() {
        return this.value;
      }
      isAfter(position) {
        if (this.range.end.line < position.line) {
          return false;
        }
        return this.range.start.line > position.line ? true : this.range.start.character > position.character;
      }
      isBefore(position) {
        if (this.range.start.line < position.line) {
          return true;
        }
        return this.range.end.line > position.line ? false : this.range.end.character < position.character;
      }
    };
    exports.Argument = Argument;
  }
});

// node_modules/dockerfile-ast/lib/jsonArgument.js
var require_jsonArgument = __commonJS({
  "node_modules/dockerfile-ast/lib/jsonArgument.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.JSONArgument = void 0;
    var argument_1 = require_argument();
    var JSONArgument = class extends argument_1.Argument {
      constructor(value, range, jsonRange) {
        super(value, range);
        this.jsonRange = jsonRange;
      }
      getJSONRange() {
        return this.jsonRange;
      }
      getJSONValue() {
        let value = super.getValue();
        value = value.substring(1, value.length - 1);
        return value;
      }
    };
    exports.JSONArgument = JSONArgument;
  }
});

// node_modules/vscode-languageserver-types/lib/esm/main.js
var main_exports = {};
__export(main_exports, {
  AnnotatedTextEdit: () => AnnotatedTextEdit,
  ApplyKind: () => ApplyKind,
  ChangeAnnotation: () => ChangeAnnotation,
  ChangeAnnotationIdentifier: () => ChangeAnnotationIdentifier,
  CodeAction: () => CodeAction,
  CodeActionContext: () => CodeActionContext,
  CodeActionKind: () => CodeActionKind,
  CodeActionTag: () => CodeActionTag,
  CodeActionTriggerKind: () => CodeActionTriggerKind,
  CodeDescription: () => CodeDescription,
  CodeLens: () => CodeLens,
  Color: () => Color,
  ColorInformation: () => ColorInformation,
  ColorPresentation: () => ColorPresentation,
  Command: () => Command,
  CompletionItem: () => CompletionItem,
  CompletionItemKind: () => CompletionItemKind,
  CompletionItemLabelDetails: () => CompletionItemLabelDetails,
  CompletionItemTag: () => CompletionItemTag,
  CompletionList: () => CompletionList,
  CreateFile: () => CreateFile,
  DeleteFile: () => DeleteFile,
  Diagnostic: () => Diagnostic,
  DiagnosticRelatedInformation: () => DiagnosticRelatedInformation,
  DiagnosticSeverity: () => DiagnosticSeverity,
  DiagnosticTag: () => DiagnosticTag,
  DocumentHighlight: () => DocumentHighlight,
  DocumentHighlightKind: () => DocumentHighlightKind,
  DocumentLink: () => DocumentLink,
  DocumentSymbol: () => DocumentSymbol,
  DocumentUri: () => DocumentUri,
  EOL: () => EOL,
  FoldingRange: () => FoldingRange,
  FoldingRangeKind: () => FoldingRangeKind,
  FormattingOptions: () => FormattingOptions,
  Hover: () => Hover,
  InlayHint: () => InlayHint,
  InlayHintKind: () => InlayHintKind,
  InlayHintLabelPart: () => InlayHintLabelPart,
  InlineCompletionContext: () => InlineCompletionContext,
  InlineCompletionItem: () => InlineCompletionItem,
  InlineCompletionList: () => InlineCompletionList,
  InlineCompletionTriggerKind: () => InlineCompletionTriggerKind,
  InlineValueContext: () => InlineValueContext,
  InlineValueEvaluatableExpression: () => InlineValueEvaluatableExpression,
  InlineValueText: () => InlineValueText,
  InlineValueVariableLookup: () => InlineValueVariableLookup,
  InsertReplaceEdit: () => InsertReplaceEdit,
  InsertTextFormat: () => InsertTextFormat,
  InsertTextMode: () => InsertTextMode,
  LanguageKind: () => LanguageKind,
  Location: () => Location,
  LocationLink: () => LocationLink,
  MarkedString: () => MarkedString,
  MarkupContent: () => MarkupContent,
  MarkupKind: () => MarkupKind,
  OptionalVersionedTextDocumentIdentifier: () => OptionalVersionedTextDocumentIdentifier,
  ParameterInformation: () => ParameterInformation,
  Position: () => Position,
  Range: () => Range,
  RenameFile: () => RenameFile,
  SelectedCompletionInfo: () => SelectedCompletionInfo,
  SelectionRange: () => SelectionRange,
  SemanticTokenModifiers: () => SemanticTokenModifiers,
  SemanticTokenTypes: () => SemanticTokenTypes,
  SemanticTokens: () => SemanticTokens,
  SignatureInformation: () => SignatureInformation,
  SnippetTextEdit: () => SnippetTextEdit,
  StringValue: () => StringValue,
  SymbolInformation: () => SymbolInformation,
  SymbolKind: () => SymbolKind,
  SymbolTag: () => SymbolTag,
  TextDocument: () => TextDocument,
  TextDocumentEdit: () => TextDocumentEdit,
  TextDocumentIdentifier: () => TextDocumentIdentifier,
  TextDocumentItem: () => TextDocumentItem,
  TextEdit: () => TextEdit,
  URI: () => URI,
  VersionedTextDocumentIdentifier: () => VersionedTextDocumentIdentifier,
  WorkspaceChange: () => WorkspaceChange,
  WorkspaceEdit: () => WorkspaceEdit,
  WorkspaceFolder: () => WorkspaceFolder,
  WorkspaceSymbol: () => WorkspaceSymbol,
  integer: () => integer,
  uinteger: () => uinteger
});
var DocumentUri, URI, integer, uinteger, Position, Range, Location, LocationLink, Color, ColorInformation, ColorPresentation, FoldingRangeKind, FoldingRange, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, CodeDescription, Diagnostic, Command, TextEdit, ChangeAnnotation, ChangeAnnotationIdentifier, AnnotatedTextEdit, TextDocumentEdit, CreateFile, RenameFile, DeleteFile, WorkspaceEdit, TextEditChangeImpl, SnippetTextEdit, ChangeAnnotations, WorkspaceChange, TextDocumentIdentifier, VersionedTextDocumentIdentifier, OptionalVersionedTextDocumentIdentifier, LanguageKind, TextDocumentItem, MarkupKind, MarkupContent, CompletionItemKind, InsertTextFormat, CompletionItemTag, InsertReplaceEdit, InsertTextMode, ApplyKind, CompletionItemLabelDetails, CompletionItem, CompletionList, MarkedString, Hover, ParameterInformation, SignatureInformation, DocumentHighlightKind, DocumentHighlight, SymbolKind, SymbolTag, SymbolInformation, WorkspaceSymbol, DocumentSymbol, CodeActionKind, CodeActionTriggerKind, CodeActionContext, CodeActionTag, CodeAction, CodeLens, FormattingOptions, DocumentLink, SelectionRange, SemanticTokenTypes, SemanticTokenModifiers, SemanticTokens, InlineValueText, InlineValueVariableLookup, InlineValueEvaluatableExpression, InlineValueContext, InlayHintKind, InlayHintLabelPart, InlayHint, StringValue, InlineCompletionItem, InlineCompletionList, InlineCompletionTriggerKind, SelectedCompletionInfo, InlineCompletionContext, WorkspaceFolder, EOL, TextDocument, FullTextDocument, Is;
var init_main = __esm({
  "node_modules/vscode-languageserver-types/lib/esm/main.js"() {
    "use strict";
    (function(DocumentUri2) {
      function is(value) {
        return typeof value === "string";
      }
      DocumentUri2.is = is;
    })(DocumentUri || (DocumentUri = {}));
    (function(URI2) {
      function is(value) {
        return typeof value === "string";
      }
      URI2.is = is;
    })(URI || (URI = {}));
    (function(integer2) {
      integer2.MIN_VALUE = -2147483648;
      integer2.MAX_VALUE = 2147483647;
      function is(value) {
        return typeof value === "number" && integer2.MIN_VALUE <= value && value <= integer2.MAX_VALUE;
      }
      integer2.is = is;
    })(integer || (integer = {}));
    (function(uinteger2) {
      uinteger2.MIN_VALUE = 0;
      uinteger2.MAX_VALUE = 2147483647;
      function is(value) {
        return typeof value === "number" && uinteger2.MIN_VALUE <= value && value <= uinteger2.MAX_VALUE;
      }
      uinteger2.is = is;
    })(uinteger || (uinteger = {}));
    (function(Position2) {
      function create(line, character) {
        if (line === Number.MAX_VALUE) {
          line = uinteger.MAX_VALUE;
        }
        if (character === Number.MAX_VALUE) {
          character = uinteger.MAX_VALUE;
        }
        return { line, character };
      }
      Position2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Is.uinteger(candidate.line) && Is.uinteger(candidate.character);
      }
      Position2.is = is;
    })(Position || (Position = {}));
    (function(Range2) {
      function create(one, two, three, four) {
        if (Is.uinteger(one) && Is.uinteger(two) && Is.uinteger(three) && Is.uinteger(four)) {
          return { start: Position.create(one, two), end: Position.create(three, four) };
        } else if (Position.is(one) && Position.is(two)) {
          return { start: one, end: two };
        } else {
          throw new Error(`Range#create called with invalid arguments[${one}, ${two}, ${three}, ${four}]`);
        }
      }
      Range2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Position.is(candidate.start) && Position.is(candidate.end);
      }
      Range2.is = is;
    })(Range || (Range = {}));
    (function(Location2) {
      function create(uri, range) {
        return { uri, range };
      }
      Location2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Range.is(candidate.range) && (Is.string(candidate.uri) || Is.undefined(candidate.uri));
      }
      Location2.is = is;
    })(Location || (Location = {}));
    (function(LocationLink2) {
      function create(targetUri, targetRange, targetSelectionRange, originSelectionRange) {
        return { targetUri, targetRange, targetSelectionRange, originSelectionRange };
      }
      LocationLink2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Range.is(candidate.targetRange) && Is.string(candidate.targetUri) && Range.is(candidate.targetSelectionRange) && (Range.is(candidate.originSelectionRange) || Is.undefined(candidate.originSelectionRange));
      }
      LocationLink2.is = is;
    })(LocationLink || (LocationLink = {}));
    (function(Color2) {
      function create(red, green, blue, alpha) {
        return {
          red,
          green,
          blue,
          alpha
        };
      }
      Color2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Is.numberRange(candidate.red, 0, 1) && Is.numberRange(candidate.green, 0, 1) && Is.numberRange(candidate.blue, 0, 1) && Is.numberRange(candidate.alpha, 0, 1);
      }
      Color2.is = is;
    })(Color || (Color = {}));
    (function(ColorInformation2) {
      function create(range, color) {
        return {
          range,
          color
        };
      }
      ColorInformation2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Range.is(candidate.range) && Color.is(candidate.color);
      }
      ColorInformation2.is = is;
    })(ColorInformation || (ColorInformation = {}));
    (function(ColorPresentation2) {
      function create(label, textEdit, additionalTextEdits) {
        return {
          label,
          textEdit,
          additionalTextEdits
        };
      }
      ColorPresentation2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Is.string(candidate.label) && (Is.undefined(candidate.textEdit) || TextEdit.is(candidate.textEdit)) && (Is.undefined(candidate.additionalTextEdits) || Is.typedArray(candidate.additionalTextEdits, TextEdit.is));
      }
      ColorPresentation2.is = is;
    })(ColorPresentation || (ColorPresentation = {}));
    (function(FoldingRangeKind2) {
      FoldingRangeKind2.Comment = "comment";
      FoldingRangeKind2.Imports = "imports";
      FoldingRangeKind2.Region = "region";
    })(FoldingRangeKind || (FoldingRangeKind = {}));
    (function(FoldingRange2) {
      function create(startLine, endLine, startCharacter, endCharacter, kind, collapsedText) {
        const result = {
          startLine,
          endLine
        };
        if (Is.defined(startCharacter)) {
          result.startCharacter = startCharacter;
        }
        if (Is.defined(endCharacter)) {
          result.endCharacter = endCharacter;
        }
        if (Is.defined(kind)) {
          result.kind = kind;
        }
        if (Is.defined(collapsedText)) {
          result.collapsedText = collapsedText;
        }
        return result;
      }
      FoldingRange2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Is.uinteger(candidate.startLine) && Is.uinteger(candidate.endLine) && (Is.undefined(candidate.startCharacter) || Is.uinteger(candidate.startCharacter)) && (Is.undefined(candidate.endCharacter) || Is.uinteger(candidate.endCharacter)) && (Is.undefined(candidate.kind) || Is.string(candidate.kind));
      }
      FoldingRange2.is = is;
    })(FoldingRange || (FoldingRange = {}));
    (function(DiagnosticRelatedInformation2) {
      function create(location2, message) {
        return {
          location: location2,
          message
        };
      }
      DiagnosticRelatedInformation2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Location.is(candidate.location) && Is.string(candidate.message);
      }
      DiagnosticRelatedInformation2.is = is;
    })(DiagnosticRelatedInformation || (DiagnosticRelatedInformation = {}));
    (function(DiagnosticSeverity2) {
      DiagnosticSeverity2.Error = 1;
      DiagnosticSeverity2.Warning = 2;
      DiagnosticSeverity2.Information = 3;
      DiagnosticSeverity2.Hint = 4;
    })(DiagnosticSeverity || (DiagnosticSeverity = {}));
    (function(DiagnosticTag2) {
      DiagnosticTag2.Unnecessary = 1;
      DiagnosticTag2.Deprecated = 2;
    })(DiagnosticTag || (DiagnosticTag = {}));
    (function(CodeDescription2) {
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Is.string(candidate.href);
      }
      CodeDescription2.is = is;
    })(CodeDescription || (CodeDescription = {}));
    (function(Diagnostic2) {
      function create(range, message, severity, code, source, relatedInformation) {
        const result = { range, message };
        if (Is.defined(severity)) {
          result.severity = severity;
        }
        if (Is.defined(code)) {
          result.code = code;
        }
        if (Is.defined(source)) {
          result.source = source;
        }
        if (Is.defined(relatedInformation)) {
          result.relatedInformation = relatedInformation;
        }
        return result;
      }
      Diagnostic2.create = create;
      function is(value) {
        var _a;
        const candidate = value;
        return Is.defined(candidate) && Range.is(candidate.range) && (Is.string(candidate.message) || MarkupContent.is(candidate.message)) && (Is.number(candidate.severity) || Is.undefined(candidate.severity)) && (Is.integer(candidate.code) || Is.string(candidate.code) || Is.undefined(candidate.code)) && (Is.undefined(candidate.codeDescription) || Is.string((_a = candidate.codeDescription) === null || _a === void 0 ? void 0 : _a.href)) && (Is.string(candidate.source) || Is.undefined(candidate.source)) && (Is.undefined(candidate.relatedInformation) || Is.typedArray(candidate.relatedInformation, DiagnosticRelatedInformation.is));
      }
      Diagnostic2.is = is;
      function is3_17(value) {
        return Is.string(value.message);
      }
      Diagnostic2.is3_17 = is3_17;
      function getMessageString(diagnostic) {
        if (Is.string(diagnostic.message)) {
          return diagnostic.message;
        } else if (MarkupContent.is(diagnostic.message)) {
          return diagnostic.message.value;
        } else {
          throw new Error(`Unknown message type ${typeof diagnostic.message}`);
        }
      }
      Diagnostic2.getMessageString = getMessageString;
    })(Diagnostic || (Diagnostic = {}));
    (function(Command2) {
      function create(title, command, ...args) {
        const result = { title, command };
        if (Is.defined(args) && args.length > 0) {
          result.arguments = args;
        }
        return result;
      }
      Command2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Is.string(candidate.title) && (candidate.tooltip === void 0 || Is.string(candidate.tooltip)) && Is.string(candidate.command);
      }
      Command2.is = is;
    })(Command || (Command = {}));
    (function(TextEdit2) {
      function replace(range, newText) {
        return { range, newText };
      }
      TextEdit2.replace = replace;
      function insert(position, newText) {
        return { range: { start: position, end: position }, newText };
      }
      TextEdit2.insert = insert;
      function del(range) {
        return { range, newText: "" };
      }
      TextEdit2.del = del;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Is.string(candidate.newText) && Range.is(candidate.range);
      }
      TextEdit2.is = is;
    })(TextEdit || (TextEdit = {}));
    (function(ChangeAnnotation2) {
      function create(label, needsConfirmation, description) {
        const result = { label };
        if (needsConfirmation !== void 0) {
          result.needsConfirmation = needsConfirmation;
        }
        if (description !== void 0) {
          result.description = description;
        }
        return result;
      }
      ChangeAnnotation2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Is.string(candidate.label) && (Is.boolean(candidate.needsConfirmation) || candidate.needsConfirmation === void 0) && (Is.string(candidate.description) || candidate.description === void 0);
      }
      ChangeAnnotation2.is = is;
    })(ChangeAnnotation || (ChangeAnnotation = {}));
    (function(ChangeAnnotationIdentifier2) {
      function is(value) {
        const candidate = value;
        return Is.string(candidate);
      }
      ChangeAnnotationIdentifier2.is = is;
    })(ChangeAnnotationIdentifier || (ChangeAnnotationIdentifier = {}));
    (function(AnnotatedTextEdit2) {
      function replace(range, newText, annotation) {
        return { range, newText, annotationId: annotation };
      }
      AnnotatedTextEdit2.replace = replace;
      function insert(position, newText, annotation) {
        return { range: { start: position, end: position }, newText, annotationId: annotation };
      }
      AnnotatedTextEdit2.insert = insert;
      function del(range, annotation) {
        return { range, newText: "", annotationId: annotation };
      }
      AnnotatedTextEdit2.del = del;
      function is(value) {
        const candidate = value;
        return TextEdit.is(candidate) && (ChangeAnnotation.is(candidate.annotationId) || ChangeAnnotationIdentifier.is(candidate.annotationId));
      }
      AnnotatedTextEdit2.is = is;
    })(AnnotatedTextEdit || (AnnotatedTextEdit = {}));
    (function(TextDocumentEdit2) {
      function create(textDocument, edits) {
        return { textDocument, edits };
      }
      TextDocumentEdit2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && OptionalVersionedTextDocumentIdentifier.is(candidate.textDocument) && Array.isArray(candidate.edits);
      }
      TextDocumentEdit2.is = is;
    })(TextDocumentEdit || (TextDocumentEdit = {}));
    (function(CreateFile2) {
      function create(uri, options, annotation) {
        const result = {
          kind: "create",
          uri
        };
        if (options !== void 0 && (options.overwrite !== void 0 || options.ignoreIfExists !== void 0)) {
          result.options = options;
        }
        if (annotation !== void 0) {
          result.annotationId = annotation;
        }
        return result;
      }
      CreateFile2.create = create;
      function is(value) {
        const candidate = value;
        return candidate && candidate.kind === "create" && Is.string(candidate.uri) && (candidate.options === void 0 || (candidate.options.overwrite === void 0 || Is.boolean(candidate.options.overwrite)) && (candidate.options.ignoreIfExists === void 0 || Is.boolean(candidate.options.ignoreIfExists))) && (candidate.annotationId === void 0 || ChangeAnnotationIdentifier.is(candidate.annotationId));
      }
      CreateFile2.is = is;
    })(CreateFile || (CreateFile = {}));
    (function(RenameFile2) {
      function create(oldUri, newUri, options, annotation) {
        const result = {
          kind: "rename",
          oldUri,
          newUri
        };
        if (options !== void 0 && (options.overwrite !== void 0 || options.ignoreIfExists !== void 0)) {
          result.options = options;
        }
        if (annotation !== void 0) {
          result.annotationId = annotation;
        }
        return result;
      }
      RenameFile2.create = create;
      function is(value) {
        const candidate = value;
        return candidate && candidate.kind === "rename" && Is.string(candidate.oldUri) && Is.string(candidate.newUri) && (candidate.options === void 0 || (candidate.options.overwrite === void 0 || Is.boolean(candidate.options.overwrite)) && (candidate.options.ignoreIfExists === void 0 || Is.boolean(candidate.options.ignoreIfExists))) && (candidate.annotationId === void 0 || ChangeAnnotationIdentifier.is(candidate.annotationId));
      }
      RenameFile2.is = is;
    })(RenameFile || (RenameFile = {}));
    (function(DeleteFile2) {
      function create(uri, options, annotation) {
        const result = {
          kind: "delete",
          uri
        };
        if (options !== void 0 && (options.recursive !== void 0 || options.ignoreIfNotExists !== void 0)) {
          result.options = options;
        }
        if (annotation !== void 0) {
          result.annotationId = annotation;
        }
        return result;
      }
      DeleteFile2.create = create;
      function is(value) {
        const candidate = value;
        return candidate && candidate.kind === "delete" && Is.string(candidate.uri) && (candidate.options === void 0 || (candidate.options.recursive === void 0 || Is.boolean(candidate.options.recursive)) && (candidate.options.ignoreIfNotExists === void 0 || Is.boolean(candidate.options.ignoreIfNotExists))) && (candidate.annotationId === void 0 || ChangeAnnotationIdentifier.is(candidate.annotationId));
      }
      DeleteFile2.is = is;
    })(DeleteFile || (DeleteFile = {}));
    (function(WorkspaceEdit2) {
      function is(value) {
        const candidate = value;
        return candidate && (candidate.changes !== void 0 || candidate.documentChanges !== void 0) && (candidate.documentChanges === void 0 || candidate.documentChanges.every((change) => {
          if (Is.string(change.kind)) {
            return CreateFile.is(change) || RenameFile.is(change) || DeleteFile.is(change);
          } else {
            return TextDocumentEdit.is(change);
          }
        }));
      }
      WorkspaceEdit2.is = is;
    })(WorkspaceEdit || (WorkspaceEdit = {}));
    TextEditChangeImpl = class {
      constructor(edits, changeAnnotations) {
        this.edits = edits;
        this.changeAnnotations = changeAnnotations;
      }
      insert(position, newText, annotation) {
        let edit;
        let id;
        if (annotation === void 0) {
          edit = TextEdit.insert(position, newText);
        } else if (ChangeAnnotationIdentifier.is(annotation)) {
          id = annotation;
          edit = AnnotatedTextEdit.insert(position, newText, annotation);
        } else {
          this.assertChangeAnnotations(this.changeAnnotations);
          id = this.changeAnnotations.manage(annotation);
          edit = AnnotatedTextEdit.insert(position, newText, id);
        }
        this.edits.push(edit);
        if (id !== void 0) {
          return id;
        }
      }
      replace(range, newText, annotation) {
        let edit;
        let id;
        if (annotation === void 0) {
          edit = TextEdit.replace(range, newText);
        } else if (ChangeAnnotationIdentifier.is(annotation)) {
          id = annotation;
          edit = AnnotatedTextEdit.replace(range, newText, annotation);
        } else {
          this.assertChangeAnnotations(this.changeAnnotations);
          id = this.changeAnnotations.manage(annotation);
          edit = AnnotatedTextEdit.replace(range, newText, id);
        }
        this.edits.push(edit);
        if (id !== void 0) {
          return id;
        }
      }
      delete(range, annotation) {
        let edit;
        let id;
        if (annotation === void 0) {
          edit = TextEdit.del(range);
        } else if (ChangeAnnotationIdentifier.is(annotation)) {
          id = annotation;
          edit = AnnotatedTextEdit.del(range, annotation);
        } else {
          this.assertChangeAnnotations(this.changeAnnotations);
          id = this.changeAnnotations.manage(annotation);
          edit = AnnotatedTextEdit.del(range, id);
        }
        this.edits.push(edit);
        if (id !== void 0) {
          return id;
        }
      }
      add(edit) {
        this.edits.push(edit);
      }
      all() {
        return this.edits;
      }
      clear() {
        this.edits.splice(0, this.edits.length);
      }
      assertChangeAnnotations(value) {
        if (value === void 0) {
          throw new Error(`Text edit change is not configured to manage change annotations.`);
        }
      }
    };
    (function(SnippetTextEdit2) {
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Range.is(candidate.range) && StringValue.isSnippet(candidate.snippet) && (candidate.annotationId === void 0 || (ChangeAnnotation.is(candidate.annotationId) || ChangeAnnotationIdentifier.is(candidate.annotationId)));
      }
      SnippetTextEdit2.is = is;
    })(SnippetTextEdit || (SnippetTextEdit = {}));
    ChangeAnnotations = class {
      constructor(annotations) {
        this._annotations = annotations === void 0 ? /* @__PURE__ */ Object.create(null) : annotations;
        this._counter = 0;
        this._size = 0;
      }
      all() {
        return this._annotations;
      }
      get size() {
        return this._size;
      }
      manage(idOrAnnotation, annotation) {
        let id;
        if (ChangeAnnotationIdentifier.is(idOrAnnotation)) {
          id = idOrAnnotation;
        } else {
          id = this.nextId();
          annotation = idOrAnnotation;
        }
        if (this._annotations[id] !== void 0) {
          throw new Error(`Id ${id} is already in use.`);
        }
        if (annotation === void 0) {
          throw new Error(`No annotation provided for id ${id}`);
        }
        this._annotations[id] = annotation;
        this._size++;
        return id;
      }
      nextId() {
        this._counter++;
        return this._counter.toString();
      }
    };
    WorkspaceChange = class {
      constructor(workspaceEdit) {
        this._textEditChanges = /* @__PURE__ */ Object.create(null);
        if (workspaceEdit !== void 0) {
          this._workspaceEdit = workspaceEdit;
          if (workspaceEdit.documentChanges) {
            this._changeAnnotations = new ChangeAnnotations(workspaceEdit.changeAnnotations);
            workspaceEdit.changeAnnotations = this._changeAnnotations.all();
            workspaceEdit.documentChanges.forEach((change) => {
              if (TextDocumentEdit.is(change)) {
                const textEditChange = new TextEditChangeImpl(change.edits, this._changeAnnotations);
                this._textEditChanges[change.textDocument.uri] = textEditChange;
              }
            });
          } else if (workspaceEdit.changes) {
            Object.keys(workspaceEdit.changes).forEach((key2) => {
              const textEditChange = new TextEditChangeImpl(workspaceEdit.changes[key2]);
              this._textEditChanges[key2] = textEditChange;
            });
          }
        } else {
          this._workspaceEdit = {};
        }
      }
      /**
       * Returns the underlying {@link WorkspaceEdit} literal
       * use to be returned from a workspace edit operation like rename.
       */
      get edit() {
        this.initDocumentChanges();
        if (this._changeAnnotations !== void 0) {
          if (this._changeAnnotations.size === 0) {
            this._workspaceEdit.changeAnnotations = void 0;
          } else {
            this._workspaceEdit.changeAnnotations = this._changeAnnotations.all();
          }
        }
        return this._workspaceEdit;
      }
      getTextEditChange(key2) {
        if (OptionalVersionedTextDocumentIdentifier.is(key2)) {
          this.initDocumentChanges();
          if (this._workspaceEdit.documentChanges === void 0) {
            throw new Error("Workspace edit is not configured for document changes.");
          }
          const textDocument = { uri: key2.uri, version: key2.version };
          let result = this._textEditChanges[textDocument.uri];
          if (!result) {
            const edits = [];
            const textDocumentEdit = {
              textDocument,
              edits
            };
            this._workspaceEdit.documentChanges.push(textDocumentEdit);
            result = new TextEditChangeImpl(edits, this._changeAnnotations);
            this._textEditChanges[textDocument.uri] = result;
          }
          return result;
        } else {
          this.initChanges();
          if (this._workspaceEdit.changes === void 0) {
            throw new Error("Workspace edit is not configured for normal text edit changes.");
          }
          let result = this._textEditChanges[key2];
          if (!result) {
            const edits = [];
            this._workspaceEdit.changes[key2] = edits;
            result = new TextEditChangeImpl(edits);
            this._textEditChanges[key2] = result;
          }
          return result;
        }
      }
      initDocumentChanges() {
        if (this._workspaceEdit.documentChanges === void 0 && this._workspaceEdit.changes === void 0) {
          this._changeAnnotations = new ChangeAnnotations();
          this._workspaceEdit.documentChanges = [];
          this._workspaceEdit.changeAnnotations = this._changeAnnotations.all();
        }
      }
      initChanges() {
        if (this._workspaceEdit.documentChanges === void 0 && this._workspaceEdit.changes === void 0) {
          this._workspaceEdit.changes = /* @__PURE__ */ Object.create(null);
        }
      }
      createFile(uri, optionsOrAnnotation, options) {
        this.initDocumentChanges();
        if (this._workspaceEdit.documentChanges === void 0) {
          throw new Error("Workspace edit is not configured for document changes.");
        }
        let annotation;
        if (ChangeAnnotation.is(optionsOrAnnotation) || ChangeAnnotationIdentifier.is(optionsOrAnnotation)) {
          annotation = optionsOrAnnotation;
        } else {
          options = optionsOrAnnotation;
        }
        let operation;
        let id;
        if (annotation === void 0) {
          operation = CreateFile.create(uri, options);
        } else {
          id = ChangeAnnotationIdentifier.is(annotation) ? annotation : this._changeAnnotations.manage(annotation);
          operation = CreateFile.create(uri, options, id);
        }
        this._workspaceEdit.documentChanges.push(operation);
        if (id !== void 0) {
          return id;
        }
      }
      renameFile(oldUri, newUri, optionsOrAnnotation, options) {
        this.initDocumentChanges();
        if (this._workspaceEdit.documentChanges === void 0) {
          throw new Error("Workspace edit is not configured for document changes.");
        }
        let annotation;
        if (ChangeAnnotation.is(optionsOrAnnotation) || ChangeAnnotationIdentifier.is(optionsOrAnnotation)) {
          annotation = optionsOrAnnotation;
        } else {
          options = optionsOrAnnotation;
        }
        let operation;
        let id;
        if (annotation === void 0) {
          operation = RenameFile.create(oldUri, newUri, options);
        } else {
          id = ChangeAnnotationIdentifier.is(annotation) ? annotation : this._changeAnnotations.manage(annotation);
          operation = RenameFile.create(oldUri, newUri, options, id);
        }
        this._workspaceEdit.documentChanges.push(operation);
        if (id !== void 0) {
          return id;
        }
      }
      deleteFile(uri, optionsOrAnnotation, options) {
        this.initDocumentChanges();
        if (this._workspaceEdit.documentChanges === void 0) {
          throw new Error("Workspace edit is not configured for document changes.");
        }
        let annotation;
        if (ChangeAnnotation.is(optionsOrAnnotation) || ChangeAnnotationIdentifier.is(optionsOrAnnotation)) {
          annotation = optionsOrAnnotation;
        } else {
          options = optionsOrAnnotation;
        }
        let operation;
        let id;
        if (annotation === void 0) {
          operation = DeleteFile.create(uri, options);
        } else {
          id = ChangeAnnotationIdentifier.is(annotation) ? annotation : this._changeAnnotations.manage(annotation);
          operation = DeleteFile.create(uri, options, id);
        }
        this._workspaceEdit.documentChanges.push(operation);
        if (id !== void 0) {
          return id;
        }
      }
    };
    (function(TextDocumentIdentifier2) {
      function create(uri) {
        return { uri };
      }
      TextDocumentIdentifier2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Is.string(candidate.uri);
      }
      TextDocumentIdentifier2.is = is;
    })(TextDocumentIdentifier || (TextDocumentIdentifier = {}));
    (function(VersionedTextDocumentIdentifier2) {
      function create(uri, version) {
        return { uri, version };
      }
      VersionedTextDocumentIdentifier2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Is.string(candidate.uri) && Is.integer(candidate.version);
      }
      VersionedTextDocumentIdentifier2.is = is;
    })(VersionedTextDocumentIdentifier || (VersionedTextDocumentIdentifier = {}));
    (function(OptionalVersionedTextDocumentIdentifier2) {
      function create(uri, version) {
        return { uri, version };
      }
      OptionalVersionedTextDocumentIdentifier2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Is.string(candidate.uri) && (candidate.version === null || Is.integer(candidate.version));
      }
      OptionalVersionedTextDocumentIdentifier2.is = is;
    })(OptionalVersionedTextDocumentIdentifier || (OptionalVersionedTextDocumentIdentifier = {}));
    (function(LanguageKind2) {
      LanguageKind2.ABAP = "abap";
      LanguageKind2.WindowsBat = "bat";
      LanguageKind2.BibTeX = "bibtex";
      LanguageKind2.Clojure = "clojure";
      LanguageKind2.Coffeescript = "coffeescript";
      LanguageKind2.C = "c";
      LanguageKind2.CPP = "cpp";
      LanguageKind2.CSharp = "csharp";
      LanguageKind2.CSS = "css";
      LanguageKind2.D = "d";
      LanguageKind2.Delphi = "pascal";
      LanguageKind2.Diff = "diff";
      LanguageKind2.Dart = "dart";
      LanguageKind2.Dockerfile = "dockerfile";
      LanguageKind2.Elixir = "elixir";
      LanguageKind2.Erlang = "erlang";
      LanguageKind2.FSharp = "fsharp";
      LanguageKind2.GitCommit = "git-commit";
      LanguageKind2.GitRebase = "git-rebase";
      LanguageKind2.Go = "go";
      LanguageKind2.Groovy = "groovy";
      LanguageKind2.Handlebars = "handlebars";
      LanguageKind2.Haskell = "haskell";
      LanguageKind2.HTML = "html";
      LanguageKind2.Ini = "ini";
      LanguageKind2.Java = "java";
      LanguageKind2.JavaScript = "javascript";
      LanguageKind2.JavaScriptReact = "javascriptreact";
      LanguageKind2.JSON = "json";
      LanguageKind2.LaTeX = "latex";
      LanguageKind2.Less = "less";
      LanguageKind2.Lua = "lua";
      LanguageKind2.Makefile = "makefile";
      LanguageKind2.Markdown = "markdown";
      LanguageKind2.ObjectiveC = "objective-c";
      LanguageKind2.ObjectiveCPP = "objective-cpp";
      LanguageKind2.Pascal = "pascal";
      LanguageKind2.Perl = "perl";
      LanguageKind2.Perl6 = "perl6";
      LanguageKind2.PHP = "php";
      LanguageKind2.Plaintext = "plaintext";
      LanguageKind2.Powershell = "powershell";
      LanguageKind2.Pug = "jade";
      LanguageKind2.Python = "python";
      LanguageKind2.R = "r";
      LanguageKind2.Razor = "razor";
      LanguageKind2.Ruby = "ruby";
      LanguageKind2.Rust = "rust";
      LanguageKind2.SCSS = "scss";
      LanguageKind2.SASS = "sass";
      LanguageKind2.Scala = "scala";
      LanguageKind2.ShaderLab = "shaderlab";
      LanguageKind2.ShellScript = "shellscript";
      LanguageKind2.SQL = "sql";
      LanguageKind2.Swift = "swift";
      LanguageKind2.TypeScript = "typescript";
      LanguageKind2.TypeScriptReact = "typescriptreact";
      LanguageKind2.TeX = "tex";
      LanguageKind2.VisualBasic = "vb";
      LanguageKind2.XML = "xml";
      LanguageKind2.XSL = "xsl";
      LanguageKind2.YAML = "yaml";
    })(LanguageKind || (LanguageKind = {}));
    (function(TextDocumentItem2) {
      function create(uri, languageId, version, text2) {
        return { uri, languageId, version, text: text2 };
      }
      TextDocumentItem2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Is.string(candidate.uri) && Is.string(candidate.languageId) && Is.integer(candidate.version) && Is.string(candidate.text);
      }
      TextDocumentItem2.is = is;
    })(TextDocumentItem || (TextDocumentItem = {}));
    (function(MarkupKind2) {
      MarkupKind2.PlainText = "plaintext";
      MarkupKind2.Markdown = "markdown";
      function is(value) {
        const candidate = value;
        return candidate === MarkupKind2.PlainText || candidate === MarkupKind2.Markdown;
      }
      MarkupKind2.is = is;
    })(MarkupKind || (MarkupKind = {}));
    (function(MarkupContent2) {
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(value) && MarkupKind.is(candidate.kind) && Is.string(candidate.value);
      }
      MarkupContent2.is = is;
    })(MarkupContent || (MarkupContent = {}));
    (function(CompletionItemKind2) {
      CompletionItemKind2.Text = 1;
      CompletionItemKind2.Method = 2;
      CompletionItemKind2.Function = 3;
      CompletionItemKind2.Constructor = 4;
      CompletionItemKind2.Field = 5;
      CompletionItemKind2.Variable = 6;
      CompletionItemKind2.Class = 7;
      CompletionItemKind2.Interface = 8;
      CompletionItemKind2.Module = 9;
      CompletionItemKind2.Property = 10;
      CompletionItemKind2.Unit = 11;
      CompletionItemKind2.Value = 12;
      CompletionItemKind2.Enum = 13;
      CompletionItemKind2.Keyword = 14;
      CompletionItemKind2.Snippet = 15;
      CompletionItemKind2.Color = 16;
      CompletionItemKind2.File = 17;
      CompletionItemKind2.Reference = 18;
      CompletionItemKind2.Folder = 19;
      CompletionItemKind2.EnumMember = 20;
      CompletionItemKind2.Constant = 21;
      CompletionItemKind2.Struct = 22;
      CompletionItemKind2.Event = 23;
      CompletionItemKind2.Operator = 24;
      CompletionItemKind2.TypeParameter = 25;
    })(CompletionItemKind || (CompletionItemKind = {}));
    (function(InsertTextFormat2) {
      InsertTextFormat2.PlainText = 1;
      InsertTextFormat2.Snippet = 2;
    })(InsertTextFormat || (InsertTextFormat = {}));
    (function(CompletionItemTag2) {
      CompletionItemTag2.Deprecated = 1;
    })(CompletionItemTag || (CompletionItemTag = {}));
    (function(InsertReplaceEdit2) {
      function create(newText, insert, replace) {
        return { newText, insert, replace };
      }
      InsertReplaceEdit2.create = create;
      function is(value) {
        const candidate = value;
        return candidate && Is.string(candidate.newText) && Range.is(candidate.insert) && Range.is(candidate.replace);
      }
      InsertReplaceEdit2.is = is;
    })(InsertReplaceEdit || (InsertReplaceEdit = {}));
    (function(InsertTextMode2) {
      InsertTextMode2.asIs = 1;
      InsertTextMode2.adjustIndentation = 2;
    })(InsertTextMode || (InsertTextMode = {}));
    (function(ApplyKind2) {
      ApplyKind2.Replace = 1;
      ApplyKind2.Merge = 2;
    })(ApplyKind || (ApplyKind = {}));
    (function(CompletionItemLabelDetails2) {
      function is(value) {
        const candidate = value;
        return candidate && (Is.string(candidate.detail) || candidate.detail === void 0) && (Is.string(candidate.description) || candidate.description === void 0);
      }
      CompletionItemLabelDetails2.is = is;
    })(CompletionItemLabelDetails || (CompletionItemLabelDetails = {}));
    (function(CompletionItem2) {
      function create(label) {
        return { label };
      }
      CompletionItem2.create = create;
    })(CompletionItem || (CompletionItem = {}));
    (function(CompletionList2) {
      function create(items, isIncomplete) {
        return { items: items ? items : [], isIncomplete: !!isIncomplete };
      }
      CompletionList2.create = create;
    })(CompletionList || (CompletionList = {}));
    (function(MarkedString2) {
      function fromPlainText(plainText) {
        return plainText.replace(/[\\`*_{}[\]()#+\-.!]/g, "\\$&");
      }
      MarkedString2.fromPlainText = fromPlainText;
      function is(value) {
        const candidate = value;
        return Is.string(candidate) || Is.objectLiteral(candidate) && Is.string(candidate.language) && Is.string(candidate.value);
      }
      MarkedString2.is = is;
    })(MarkedString || (MarkedString = {}));
    (function(Hover2) {
      function is(value) {
        const candidate = value;
        return !!candidate && Is.objectLiteral(candidate) && (MarkupContent.is(candidate.contents) || MarkedString.is(candidate.contents) || Is.typedArray(candidate.contents, MarkedString.is)) && (value.range === void 0 || Range.is(value.range));
      }
      Hover2.is = is;
    })(Hover || (Hover = {}));
    (function(ParameterInformation2) {
      function create(label, documentation) {
        return documentation ? { label, documentation } : { label };
      }
      ParameterInformation2.create = create;
    })(ParameterInformation || (ParameterInformation = {}));
    (function(SignatureInformation2) {
      function create(label, documentation, ...parameters) {
        const result = { label };
        if (Is.defined(documentation)) {
          result.documentation = documentation;
        }
        if (Is.defined(parameters)) {
          result.parameters = parameters;
        } else {
          result.parameters = [];
        }
        return result;
      }
      SignatureInformation2.create = create;
    })(SignatureInformation || (SignatureInformation = {}));
    (function(DocumentHighlightKind2) {
      DocumentHighlightKind2.Text = 1;
      DocumentHighlightKind2.Read = 2;
      DocumentHighlightKind2.Write = 3;
    })(DocumentHighlightKind || (DocumentHighlightKind = {}));
    (function(DocumentHighlight2) {
      function create(range, kind) {
        const result = { range };
        if (Is.number(kind)) {
          result.kind = kind;
        }
        return result;
      }
      DocumentHighlight2.create = create;
    })(DocumentHighlight || (DocumentHighlight = {}));
    (function(SymbolKind2) {
      SymbolKind2.File = 1;
      SymbolKind2.Module = 2;
      SymbolKind2.Namespace = 3;
      SymbolKind2.Package = 4;
      SymbolKind2.Class = 5;
      SymbolKind2.Method = 6;
      SymbolKind2.Property = 7;
      SymbolKind2.Field = 8;
      SymbolKind2.Constructor = 9;
      SymbolKind2.Enum = 10;
      SymbolKind2.Interface = 11;
      SymbolKind2.Function = 12;
      SymbolKind2.Variable = 13;
      SymbolKind2.Constant = 14;
      SymbolKind2.String = 15;
      SymbolKind2.Number = 16;
      SymbolKind2.Boolean = 17;
      SymbolKind2.Array = 18;
      SymbolKind2.Object = 19;
      SymbolKind2.Key = 20;
      SymbolKind2.Null = 21;
      SymbolKind2.EnumMember = 22;
      SymbolKind2.Struct = 23;
      SymbolKind2.Event = 24;
      SymbolKind2.Operator = 25;
      SymbolKind2.TypeParameter = 26;
    })(SymbolKind || (SymbolKind = {}));
    (function(SymbolTag2) {
      SymbolTag2.Deprecated = 1;
    })(SymbolTag || (SymbolTag = {}));
    (function(SymbolInformation2) {
      function create(name, kind, range, uri, containerName) {
        const result = {
          name,
          kind,
          location: { uri, range }
        };
        if (containerName) {
          result.containerName = containerName;
        }
        return result;
      }
      SymbolInformation2.create = create;
    })(SymbolInformation || (SymbolInformation = {}));
    (function(WorkspaceSymbol2) {
      function create(name, kind, uri, range) {
        return range !== void 0 ? { name, kind, location: { uri, range } } : { name, kind, location: { uri } };
      }
      WorkspaceSymbol2.create = create;
    })(WorkspaceSymbol || (WorkspaceSymbol = {}));
    (function(DocumentSymbol2) {
      function create(name, detail, kind, range, selectionRange, children) {
        const result = {
          name,
          detail,
          kind,
          range,
          selectionRange
        };
        if (children !== void 0) {
          result.children = children;
        }
        return result;
      }
      DocumentSymbol2.create = create;
      function is(value) {
        const candidate = value;
        return candidate && Is.string(candidate.name) && Is.number(candidate.kind) && Range.is(candidate.range) && Range.is(candidate.selectionRange) && (candidate.detail === void 0 || Is.string(candidate.detail)) && (candidate.deprecated === void 0 || Is.boolean(candidate.deprecated)) && (candidate.children === void 0 || Array.isArray(candidate.children)) && (candidate.tags === void 0 || Array.isArray(candidate.tags));
      }
      DocumentSymbol2.is = is;
    })(DocumentSymbol || (DocumentSymbol = {}));
    (function(CodeActionKind2) {
      CodeActionKind2.Empty = "";
      CodeActionKind2.QuickFix = "quickfix";
      CodeActionKind2.Refactor = "refactor";
      CodeActionKind2.RefactorExtract = "refactor.extract";
      CodeActionKind2.RefactorInline = "refactor.inline";
      CodeActionKind2.RefactorMove = "refactor.move";
      CodeActionKind2.RefactorRewrite = "refactor.rewrite";
      CodeActionKind2.Source = "source";
      CodeActionKind2.SourceOrganizeImports = "source.organizeImports";
      CodeActionKind2.SourceFixAll = "source.fixAll";
      CodeActionKind2.Notebook = "notebook";
    })(CodeActionKind || (CodeActionKind = {}));
    (function(CodeActionTriggerKind2) {
      CodeActionTriggerKind2.Invoked = 1;
      CodeActionTriggerKind2.Automatic = 2;
    })(CodeActionTriggerKind || (CodeActionTriggerKind = {}));
    (function(CodeActionContext2) {
      function create(diagnostics, only, triggerKind) {
        const result = { diagnostics };
        if (only !== void 0 && only !== null) {
          result.only = only;
        }
        if (triggerKind !== void 0 && triggerKind !== null) {
          result.triggerKind = triggerKind;
        }
        return result;
      }
      CodeActionContext2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Is.typedArray(candidate.diagnostics, Diagnostic.is) && (candidate.only === void 0 || Is.typedArray(candidate.only, Is.string)) && (candidate.triggerKind === void 0 || candidate.triggerKind === CodeActionTriggerKind.Invoked || candidate.triggerKind === CodeActionTriggerKind.Automatic);
      }
      CodeActionContext2.is = is;
    })(CodeActionContext || (CodeActionContext = {}));
    (function(CodeActionTag2) {
      CodeActionTag2.LLMGenerated = 1;
      function is(value) {
        return Is.defined(value) && value === CodeActionTag2.LLMGenerated;
      }
      CodeActionTag2.is = is;
    })(CodeActionTag || (CodeActionTag = {}));
    (function(CodeAction2) {
      function create(title, kindOrCommandOrEdit, kind) {
        const result = { title };
        let checkKind = true;
        if (typeof kindOrCommandOrEdit === "string") {
          checkKind = false;
          result.kind = kindOrCommandOrEdit;
        } else if (Command.is(kindOrCommandOrEdit)) {
          result.command = kindOrCommandOrEdit;
        } else {
          result.edit = kindOrCommandOrEdit;
        }
        if (checkKind && kind !== void 0) {
          result.kind = kind;
        }
        return result;
      }
      CodeAction2.create = create;
      function is(value) {
        const candidate = value;
        return candidate && Is.string(candidate.title) && (candidate.diagnostics === void 0 || Is.typedArray(candidate.diagnostics, Diagnostic.is)) && (candidate.kind === void 0 || Is.string(candidate.kind)) && (candidate.edit !== void 0 || candidate.command !== void 0) && (candidate.command === void 0 || Command.is(candidate.command)) && (candidate.isPreferred === void 0 || Is.boolean(candidate.isPreferred)) && (candidate.edit === void 0 || WorkspaceEdit.is(candidate.edit)) && (candidate.tags === void 0 || Is.typedArray(candidate.tags, CodeActionTag.is));
      }
      CodeAction2.is = is;
    })(CodeAction || (CodeAction = {}));
    (function(CodeLens2) {
      function create(range, data) {
        const result = { range };
        if (Is.defined(data)) {
          result.data = data;
        }
        return result;
      }
      CodeLens2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Range.is(candidate.range) && (Is.undefined(candidate.command) || Command.is(candidate.command));
      }
      CodeLens2.is = is;
    })(CodeLens || (CodeLens = {}));
    (function(FormattingOptions2) {
      function create(tabSize, insertSpaces) {
        return { tabSize, insertSpaces };
      }
      FormattingOptions2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Is.uinteger(candidate.tabSize) && Is.boolean(candidate.insertSpaces);
      }
      FormattingOptions2.is = is;
    })(FormattingOptions || (FormattingOptions = {}));
    (function(DocumentLink2) {
      function create(range, target, data) {
        return { range, target, data };
      }
      DocumentLink2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Range.is(candidate.range) && (Is.undefined(candidate.target) || Is.string(candidate.target));
      }
      DocumentLink2.is = is;
    })(DocumentLink || (DocumentLink = {}));
    (function(SelectionRange2) {
      function create(range, parent) {
        return { range, parent };
      }
      SelectionRange2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Range.is(candidate.range) && (candidate.parent === void 0 || SelectionRange2.is(candidate.parent));
      }
      SelectionRange2.is = is;
    })(SelectionRange || (SelectionRange = {}));
    (function(SemanticTokenTypes2) {
      SemanticTokenTypes2["namespace"] = "namespace";
      SemanticTokenTypes2["type"] = "type";
      SemanticTokenTypes2["class"] = "class";
      SemanticTokenTypes2["enum"] = "enum";
      SemanticTokenTypes2["interface"] = "interface";
      SemanticTokenTypes2["struct"] = "struct";
      SemanticTokenTypes2["typeParameter"] = "typeParameter";
      SemanticTokenTypes2["parameter"] = "parameter";
      SemanticTokenTypes2["variable"] = "variable";
      SemanticTokenTypes2["property"] = "property";
      SemanticTokenTypes2["enumMember"] = "enumMember";
      SemanticTokenTypes2["event"] = "event";
      SemanticTokenTypes2["function"] = "function";
      SemanticTokenTypes2["method"] = "method";
      SemanticTokenTypes2["macro"] = "macro";
      SemanticTokenTypes2["keyword"] = "keyword";
      SemanticTokenTypes2["modifier"] = "modifier";
      SemanticTokenTypes2["comment"] = "comment";
      SemanticTokenTypes2["string"] = "string";
      SemanticTokenTypes2["number"] = "number";
      SemanticTokenTypes2["regexp"] = "regexp";
      SemanticTokenTypes2["operator"] = "operator";
      SemanticTokenTypes2["decorator"] = "decorator";
      SemanticTokenTypes2["label"] = "label";
    })(SemanticTokenTypes || (SemanticTokenTypes = {}));
    (function(SemanticTokenModifiers2) {
      SemanticTokenModifiers2["declaration"] = "declaration";
      SemanticTokenModifiers2["definition"] = "definition";
      SemanticTokenModifiers2["readonly"] = "readonly";
      SemanticTokenModifiers2["static"] = "static";
      SemanticTokenModifiers2["deprecated"] = "deprecated";
      SemanticTokenModifiers2["abstract"] = "abstract";
      SemanticTokenModifiers2["async"] = "async";
      SemanticTokenModifiers2["modification"] = "modification";
      SemanticTokenModifiers2["documentation"] = "documentation";
      SemanticTokenModifiers2["defaultLibrary"] = "defaultLibrary";
    })(SemanticTokenModifiers || (SemanticTokenModifiers = {}));
    (function(SemanticTokens2) {
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && (candidate.resultId === void 0 || typeof candidate.resultId === "string") && Array.isArray(candidate.data) && (candidate.data.length === 0 || typeof candidate.data[0] === "number");
      }
      SemanticTokens2.is = is;
    })(SemanticTokens || (SemanticTokens = {}));
    (function(InlineValueText2) {
      function create(range, text2) {
        return { range, text: text2 };
      }
      InlineValueText2.create = create;
      function is(value) {
        const candidate = value;
        return candidate !== void 0 && candidate !== null && Range.is(candidate.range) && Is.string(candidate.text);
      }
      InlineValueText2.is = is;
    })(InlineValueText || (InlineValueText = {}));
    (function(InlineValueVariableLookup2) {
      function create(range, variableName, caseSensitiveLookup) {
        return { range, variableName, caseSensitiveLookup };
      }
      InlineValueVariableLookup2.create = create;
      function is(value) {
        const candidate = value;
        return candidate !== void 0 && candidate !== null && Range.is(candidate.range) && Is.boolean(candidate.caseSensitiveLookup) && (Is.string(candidate.variableName) || candidate.variableName === void 0);
      }
      InlineValueVariableLookup2.is = is;
    })(InlineValueVariableLookup || (InlineValueVariableLookup = {}));
    (function(InlineValueEvaluatableExpression2) {
      function create(range, expression) {
        return { range, expression };
      }
      InlineValueEvaluatableExpression2.create = create;
      function is(value) {
        const candidate = value;
        return candidate !== void 0 && candidate !== null && Range.is(candidate.range) && (Is.string(candidate.expression) || candidate.expression === void 0);
      }
      InlineValueEvaluatableExpression2.is = is;
    })(InlineValueEvaluatableExpression || (InlineValueEvaluatableExpression = {}));
    (function(InlineValueContext2) {
      function create(frameId, stoppedLocation) {
        return { frameId, stoppedLocation };
      }
      InlineValueContext2.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Range.is(value.stoppedLocation);
      }
      InlineValueContext2.is = is;
    })(InlineValueContext || (InlineValueContext = {}));
    (function(InlayHintKind2) {
      InlayHintKind2.Type = 1;
      InlayHintKind2.Parameter = 2;
      function is(value) {
        return value === 1 || value === 2;
      }
      InlayHintKind2.is = is;
    })(InlayHintKind || (InlayHintKind = {}));
    (function(InlayHintLabelPart2) {
      function create(value) {
        return { value };
      }
      InlayHintLabelPart2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && (candidate.tooltip === void 0 || Is.string(candidate.tooltip) || MarkupContent.is(candidate.tooltip)) && (candidate.location === void 0 || Location.is(candidate.location)) && (candidate.command === void 0 || Command.is(candidate.command));
      }
      InlayHintLabelPart2.is = is;
    })(InlayHintLabelPart || (InlayHintLabelPart = {}));
    (function(InlayHint2) {
      function create(position, label, kind) {
        const result = { position, label };
        if (kind !== void 0) {
          result.kind = kind;
        }
        return result;
      }
      InlayHint2.create = create;
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && Position.is(candidate.position) && (Is.string(candidate.label) || Is.typedArray(candidate.label, InlayHintLabelPart.is)) && (candidate.kind === void 0 || InlayHintKind.is(candidate.kind)) && candidate.textEdits === void 0 || Is.typedArray(candidate.textEdits, TextEdit.is) && (candidate.tooltip === void 0 || Is.string(candidate.tooltip) || MarkupContent.is(candidate.tooltip)) && (candidate.paddingLeft === void 0 || Is.boolean(candidate.paddingLeft)) && (candidate.paddingRight === void 0 || Is.boolean(candidate.paddingRight));
      }
      InlayHint2.is = is;
    })(InlayHint || (InlayHint = {}));
    (function(StringValue2) {
      function createSnippet(value) {
        return { kind: "snippet", value };
      }
      StringValue2.createSnippet = createSnippet;
      function isSnippet(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && candidate.kind === "snippet" && Is.string(candidate.value);
      }
      StringValue2.isSnippet = isSnippet;
    })(StringValue || (StringValue = {}));
    (function(InlineCompletionItem2) {
      function create(insertText, filterText, range, command) {
        return { insertText, filterText, range, command };
      }
      InlineCompletionItem2.create = create;
    })(InlineCompletionItem || (InlineCompletionItem = {}));
    (function(InlineCompletionList2) {
      function create(items) {
        return { items };
      }
      InlineCompletionList2.create = create;
    })(InlineCompletionList || (InlineCompletionList = {}));
    (function(InlineCompletionTriggerKind2) {
      InlineCompletionTriggerKind2.Invoked = 1;
      InlineCompletionTriggerKind2.Automatic = 2;
    })(InlineCompletionTriggerKind || (InlineCompletionTriggerKind = {}));
    (function(SelectedCompletionInfo2) {
      function create(range, text2) {
        return { range, text: text2 };
      }
      SelectedCompletionInfo2.create = create;
    })(SelectedCompletionInfo || (SelectedCompletionInfo = {}));
    (function(InlineCompletionContext2) {
      function create(triggerKind, selectedCompletionInfo) {
        return { triggerKind, selectedCompletionInfo };
      }
      InlineCompletionContext2.create = create;
    })(InlineCompletionContext || (InlineCompletionContext = {}));
    (function(WorkspaceFolder2) {
      function is(value) {
        const candidate = value;
        return Is.objectLiteral(candidate) && URI.is(candidate.uri) && Is.string(candidate.name);
      }
      WorkspaceFolder2.is = is;
    })(WorkspaceFolder || (WorkspaceFolder = {}));
    EOL = ["\n", "\r\n", "\r"];
    (function(TextDocument3) {
      function create(uri, languageId, version, content) {
        return new FullTextDocument(uri, languageId, version, content);
      }
      TextDocument3.create = create;
      function is(value) {
        const candidate = value;
        return Is.defined(candidate) && Is.string(candidate.uri) && (Is.undefined(candidate.languageId) || Is.string(candidate.languageId)) && Is.uinteger(candidate.lineCount) && Is.func(candidate.getText) && Is.func(candidate.positionAt) && Is.func(candidate.offsetAt) ? true : false;
      }
      TextDocument3.is = is;
      function applyEdits(document, edits) {
        let text2 = document.getText();
        const sortedEdits = mergeSort2(edits, (a, b) => {
          const diff = a.range.start.line - b.range.start.line;
          if (diff === 0) {
            return a.range.start.character - b.range.start.character;
          }
          return diff;
        });
        let lastModifiedOffset = text2.length;
        for (let i = sortedEdits.length - 1; i >= 0; i--) {
          const e = sortedEdits[i];
          const startOffset = document.offsetAt(e.range.start);
          const endOffset = document.offsetAt(e.range.end);
          if (endOffset <= lastModifiedOffset) {
            text2 = text2.substring(0, startOffset) + e.newText + text2.substring(endOffset, text2.length);
          } else {
            throw new Error("Overlapping edit");
          }
          lastModifiedOffset = startOffset;
        }
        return text2;
      }
      TextDocument3.applyEdits = applyEdits;
      function mergeSort2(data, compare2) {
        if (data.length <= 1) {
          return data;
        }
        const p = data.length / 2 | 0;
        const left = data.slice(0, p);
        const right = data.slice(p);
        mergeSort2(left, compare2);
        mergeSort2(right, compare2);
        let leftIdx = 0;
        let rightIdx = 0;
        let i = 0;
        while (leftIdx < left.length && rightIdx < right.length) {
          const ret = compare2(left[leftIdx], right[rightIdx]);
          if (ret <= 0) {
            data[i++] = left[leftIdx++];
          } else {
            data[i++] = right[rightIdx++];
          }
        }
        while (leftIdx < left.length) {
          data[i++] = left[leftIdx++];
        }
        while (rightIdx < right.length) {
          data[i++] = right[rightIdx++];
        }
        return data;
      }
    })(TextDocument || (TextDocument = {}));
    FullTextDocument = class {
      constructor(uri, languageId, version, content) {
        this._uri = uri;
        this._languageId = languageId;
        this._version = version;
        this._content = content;
        this._lineOffsets = void 0;
      }
      get uri() {
        return this._uri;
      }
      get languageId() {
        return this._languageId;
      }
      get version() {
        return this._version;
      }
      getText(range) {
        if (range) {
          const start = this.offsetAt(range.start);
          const end = this.offsetAt(range.end);
          return this._content.substring(start, end);
        }
        return this._content;
      }
      update(event, version) {
        this._content = event.text;
        this._version = version;
        this._lineOffsets = void 0;
      }
      getLineOffsets() {
        if (this._lineOffsets === void 0) {
          const lineOffsets2 = [];
          const text2 = this._content;
          let isLineStart = true;
          for (let i = 0; i < text2.length; i++) {
            if (isLineStart) {
              lineOffsets2.push(i);
              isLineStart = false;
            }
            const ch = text2.charAt(i);
            isLineStart = ch === "\r" || ch === "\n";
            if (ch === "\r" && i + 1 < text2.length && text2.charAt(i + 1) === "\n") {
              i++;
            }
          }
          if (isLineStart && text2.length > 0) {
            lineOffsets2.push(text2.length);
          }
          this._lineOffsets = lineOffsets2;
        }
        return this._lineOffsets;
      }
      positionAt(offset) {
        offset = Math.max(Math.min(offset, this._content.length), 0);
        const lineOffsets2 = this.getLineOffsets();
        let low = 0, high = lineOffsets2.length;
        if (high === 0) {
          return Position.create(0, offset);
        }
        while (low < high) {
          const mid = Math.floor((low + high) / 2);
          if (lineOffsets2[mid] > offset) {
            high = mid;
          } else {
            low = mid + 1;
          }
        }
        const line = low - 1;
        return Position.create(line, offset - lineOffsets2[line]);
      }
      offsetAt(position) {
        const lineOffsets2 = this.getLineOffsets();
        if (position.line >= lineOffsets2.length) {
          return this._content.length;
        } else if (position.line < 0) {
          return 0;
        }
        const lineOffset = lineOffsets2[position.line];
        const nextLineOffset = position.line + 1 < lineOffsets2.length ? lineOffsets2[position.line + 1] : this._content.length;
        return Math.max(Math.min(lineOffset + position.character, nextLineOffset), lineOffset);
      }
      get lineCount() {
        return this.getLineOffsets().length;
      }
    };
    (function(Is2) {
      const toString = Object.prototype.toString;
      function defined(value) {
        return typeof value !== "undefined";
      }
      Is2.defined = defined;
      function undefined2(value) {
        return typeof value === "undefined";
      }
      Is2.undefined = undefined2;
      function boolean(value) {
        return value === true || value === false;
      }
      Is2.boolean = boolean;
      function string(value) {
        return toString.call(value) === "[object String]";
      }
      Is2.string = string;
      function number(value) {
        return toString.call(value) === "[object Number]";
      }
      Is2.number = number;
      function numberRange(value, min, max) {
        return toString.call(value) === "[object Number]" && min <= value && value <= max;
      }
      Is2.numberRange = numberRange;
      function integer2(value) {
        return toString.call(value) === "[object Number]" && -2147483648 <= value && value <= 2147483647;
      }
      Is2.integer = integer2;
      function uinteger2(value) {
        return toString.call(value) === "[object Number]" && 0 <= value && value <= 2147483647;
      }
      Is2.uinteger = uinteger2;
      function func(value) {
        return toString.call(value) === "[object Function]";
      }
      Is2.func = func;
      function objectLiteral(value) {
        return value !== null && typeof value === "object";
      }
      Is2.objectLiteral = objectLiteral;
      function typedArray(value, check) {
        return Array.isArray(value) && value.every(check);
      }
      Is2.typedArray = typedArray;
    })(Is || (Is = {}));
  }
});

// node_modules/dockerfile-ast/lib/line.js
var require_line = __commonJS({
  "node_modules/dockerfile-ast/lib/line.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Line = void 0;
    var Line = class {
      constructor(document, range) {
        this.document = document;
        this.range = range;
      }
      getRange() {
        return this.range;
      }
      getTextContent() {
        return this.document.getText().substring(this.document.offsetAt(this.range.start), this.document.offsetAt(this.range.end));
      }
      isAfter(line) {
        return this.range.start.line > line.range.start.line;
      }
      isBefore(line) {
        return this.range.start.line < line;
      }
    };
    exports.Line = Line;
  }
});

// node_modules/dockerfile-ast/lib/util.js
var require_util = __commonJS({
  "node_modules/dockerfile-ast/lib/util.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Util = void 0;
    var Util = class _Util {
      static isUTF8BOM(char) {
        const uintArray = Uint8Array.from(Buffer.from(char, "UTF-8"));
        return uintArray[0] === 239 && uintArray[1] == 187 && uintArray[2] == 191;
      }
      static isWhitespace(char) {
        return char === " " || char === "	" || _Util.isNewline(char);
      }
      static isNewline(char) {
        return char === "\r" || char === "\n";
      }
      static findLeadingNonWhitespace(content, escapeChar) {
        whitespaceCheck: for (let i = 0; i < content.length; i++) {
          switch (content.charAt(i)) {
            case " ":
            case "	":
              continue;
            case escapeChar:
              escapeCheck: for (let j = i + 1; j < content.length; j++) {
                switch (content.charAt(j)) {
                  case " ":
                  case "	":
                    continue;
                  case "\r":
                    i = j + 1;
                    continue whitespaceCheck;
                  case "\n":
                    i = j;
                    continue whitespaceCheck;
                  default:
                    break escapeCheck;
                }
              }
              return -1;
            default:
              return i;
          }
        }
        return -1;
      }
      /**
       * Determines if the given position is contained within the given range.
       *
       * @param position the position to check
       * @param range the range to see if the position is inside of
       */
      static isInsideRange(position, range) {
        if (range.start.line === range.end.line) {
          return range.start.line === position.line && range.start.character <= position.character && position.character <= range.end.character;
        } else if (range.start.line === position.line) {
          return range.start.character <= position.character;
        } else if (range.end.line === position.line) {
          return position.character <= range.end.character;
        }
        return range.start.line < position.line && position.line < range.end.line;
      }
      static parseHeredocName(value) {
        value = value.substring(2);
        if (value.charAt(0) === "-") {
          value = value.substring(1);
        }
        if (value.charAt(0) === '"') {
          if (value.charAt(value.length - 1) !== '"') {
            return null;
          }
          value = value.substring(1, value.length - 1);
        }
        if (value.charAt(0) === "'") {
          if (value.charAt(value.length - 1) !== "'") {
            return null;
          }
          value = value.substring(1, value.length - 1);
        }
        if (value.charAt(0) === "<") {
          return null;
        }
        return value;
      }
    };
    exports.Util = Util;
  }
});

// node_modules/dockerfile-ast/lib/comment.js
var require_comment = __commonJS({
  "node_modules/dockerfile-ast/lib/comment.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Comment = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var line_1 = require_line();
    var util_1 = require_util();
    var Comment = class extends line_1.Line {
      constructor(document, range) {
        super(document, range);
      }
      toString() {
        const content = this.getContent();
        if (content) {
          return "# " + content;
        }
        return "#";
      }
      /**
       * Returns the content of this comment. This excludes leading and
       * trailing whitespace as well as the # symbol. If the comment only
       * consists of whitespace, the empty string will be returned.
       */
      getContent() {
        let range = this.getContentRange();
        if (range === null) {
          return "";
        }
        return this.document.getText().substring(this.document.offsetAt(range.start), this.document.offsetAt(range.end));
      }
      /**
       * Returns a range that includes the content of the comment
       * excluding any leading and trailing whitespace as well as the #
       * symbol. May return null if the comment only consists of whitespace
       * characters.
       */
      getContentRange() {
        let range = this.getRange();
        const startOffset = this.document.offsetAt(range.start);
        let raw = this.document.getText().substring(startOffset, this.document.offsetAt(range.end));
        let start = -1;
        let end = -1;
        for (let i = 1; i < raw.length; i++) {
          if (!util_1.Util.isWhitespace(raw.charAt(i))) {
            start = i;
            break;
          }
        }
        if (start === -1) {
          return null;
        }
        for (let i = raw.length - 1; i >= 1; i--) {
          if (!util_1.Util.isWhitespace(raw.charAt(i))) {
            end = i + 1;
            break;
          }
        }
        return vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + start), this.document.positionAt(startOffset + end));
      }
    };
    exports.Comment = Comment;
  }
});

// node_modules/vscode-languageserver-textdocument/lib/esm/main.js
var main_exports2 = {};
__export(main_exports2, {
  TextDocument: () => TextDocument2
});
function mergeSort(data, compare2) {
  if (data.length <= 1) {
    return data;
  }
  const p = data.length / 2 | 0;
  const left = data.slice(0, p);
  const right = data.slice(p);
  mergeSort(left, compare2);
  mergeSort(right, compare2);
  let leftIdx = 0;
  let rightIdx = 0;
  let i = 0;
  while (leftIdx < left.length && rightIdx < right.length) {
    const ret = compare2(left[leftIdx], right[rightIdx]);
    if (ret <= 0) {
      data[i++] = left[leftIdx++];
    } else {
      data[i++] = right[rightIdx++];
    }
  }
  while (leftIdx < left.length) {
    data[i++] = left[leftIdx++];
  }
  while (rightIdx < right.length) {
    data[i++] = right[rightIdx++];
  }
  return data;
}
function computeLineOffsets(text2, isAtLineStart, textOffset = 0) {
  const result = isAtLineStart ? [textOffset] : [];
  for (let i = 0; i < text2.length; i++) {
    const ch = text2.charCodeAt(i);
    if (isEOL(ch)) {
      if (ch === 13 && i + 1 < text2.length && text2.charCodeAt(i + 1) === 10) {
        i++;
      }
      result.push(textOffset + i + 1);
    }
  }
  return result;
}
function isEOL(char) {
  return char === 13 || char === 10;
}
function getWellformedRange(range) {
  const start = range.start;
  const end = range.end;
  if (start.line > end.line || start.line === end.line && start.character > end.character) {
    return { start: end, end: start };
  }
  return range;
}
function getWellformedEdit(textEdit) {
  const range = getWellformedRange(textEdit.range);
  if (range !== textEdit.range) {
    return { newText: textEdit.newText, range };
  }
  return textEdit;
}
var FullTextDocument2, TextDocument2;
var init_main2 = __esm({
  "node_modules/vscode-languageserver-textdocument/lib/esm/main.js"() {
    "use strict";
    FullTextDocument2 = class _FullTextDocument {
      constructor(uri, languageId, version, content) {
        this._uri = uri;
        this._languageId = languageId;
        this._version = version;
        this._content = content;
        this._lineOffsets = void 0;
      }
      get uri() {
        return this._uri;
      }
      get languageId() {
        return this._languageId;
      }
      get version() {
        return this._version;
      }
      getText(range) {
        if (range) {
          const start = this.offsetAt(range.start);
          const end = this.offsetAt(range.end);
          return this._content.substring(start, end);
        }
        return this._content;
      }
      update(changes, version) {
        for (const change of changes) {
          if (_FullTextDocument.isIncremental(change)) {
            const range = getWellformedRange(change.range);
            const startOffset = this.offsetAt(range.start);
            const endOffset = this.offsetAt(range.end);
            this._content = this._content.substring(0, startOffset) + change.text + this._content.substring(endOffset, this._content.length);
            const insertedEndOffset = startOffset + change.text.length;
            const crlfAtStart = this._content.charCodeAt(startOffset - 1) === 13 && this._content.charCodeAt(startOffset) === 10;
            const crlfAtEnd = this._content.charCodeAt(insertedEndOffset - 1) === 13 && this._content.charCodeAt(insertedEndOffset) === 10;
            if (crlfAtStart || crlfAtEnd) {
              this._lineOffsets = void 0;
              continue;
            }
            const startLine = Math.max(range.start.line, 0);
            const endLine = Math.max(range.end.line, 0);
            let lineOffsets2 = this._lineOffsets;
            const addedLineOffsets = computeLineOffsets(change.text, false, startOffset);
            if (endLine - startLine === addedLineOffsets.length) {
              for (let i = 0, len = addedLineOffsets.length; i < len; i++) {
                lineOffsets2[i + startLine + 1] = addedLineOffsets[i];
              }
            } else {
              if (addedLineOffsets.length < 1e4) {
                lineOffsets2.splice(startLine + 1, endLine - startLine, ...addedLineOffsets);
              } else {
                this._lineOffsets = lineOffsets2 = lineOffsets2.slice(0, startLine + 1).concat(addedLineOffsets, lineOffsets2.slice(endLine + 1));
              }
            }
            const diff = change.text.length - (endOffset - startOffset);
            if (diff !== 0) {
              for (let i = startLine + 1 + addedLineOffsets.length, len = lineOffsets2.length; i < len; i++) {
                lineOffsets2[i] = lineOffsets2[i] + diff;
              }
            }
          } else if (_FullTextDocument.isFull(change)) {
            this._content = change.text;
            this._lineOffsets = void 0;
          } else {
            throw new Error("Unknown change event received");
          }
        }
        this._version = version;
      }
      getLineOffsets() {
        if (this._lineOffsets === void 0) {
          this._lineOffsets = computeLineOffsets(this._content, true);
        }
        return this._lineOffsets;
      }
      positionAt(offset) {
        offset = Math.max(Math.min(offset, this._content.length), 0);
        const lineOffsets2 = this.getLineOffsets();
        let low = 0, high = lineOffsets2.length;
        if (high === 0) {
          return { line: 0, character: offset };
        }
        while (low < high) {
          const mid = Math.floor((low + high) / 2);
          if (lineOffsets2[mid] > offset) {
            high = mid;
          } else {
            low = mid + 1;
          }
        }
        const line = low - 1;
        offset = this.ensureBeforeEOL(offset, lineOffsets2[line]);
        return { line, character: offset - lineOffsets2[line] };
      }
      offsetAt(position) {
        const lineOffsets2 = this.getLineOffsets();
        if (position.line >= lineOffsets2.length) {
          return this._content.length;
        } else if (position.line < 0) {
          return 0;
        }
        const lineOffset = lineOffsets2[position.line];
        if (position.character <= 0) {
          return lineOffset;
        }
        const nextLineOffset = position.line + 1 < lineOffsets2.length ? lineOffsets2[position.line + 1] : this._content.length;
        const offset = Math.min(lineOffset + position.character, nextLineOffset);
        return this.ensureBeforeEOL(offset, lineOffset);
      }
      getLineRange(line) {
        const lineOffsets2 = this.getLineOffsets();
        if (line >= lineOffsets2.length) {
          const lastLine = lineOffsets2.length - 1;
          return { start: { line: lastLine, character: 0 }, end: { line: lastLine, character: this._content.length - lineOffsets2[lastLine] } };
        } else if (line < 0) {
          return { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
        }
        const startOffset = lineOffsets2[line];
        const nextLineOffset = line + 1 < lineOffsets2.length ? lineOffsets2[line + 1] : this._content.length;
        const endOffset = this.ensureBeforeEOL(nextLineOffset, startOffset);
        return { start: { line, character: 0 }, end: { line, character: endOffset - startOffset } };
      }
      getEOLCharacters(line) {
        const lineOffsets2 = this.getLineOffsets();
        if (line >= lineOffsets2.length) {
          return "";
        } else if (line < 0) {
          return "";
        }
        const nextLineOffset = line + 1 < lineOffsets2.length ? lineOffsets2[line + 1] : this._content.length;
        const eolOffset = this.ensureBeforeEOL(nextLineOffset, lineOffsets2[line]);
        return this._content.substring(eolOffset, nextLineOffset);
      }
      ensureBeforeEOL(offset, lineOffset) {
        while (offset > lineOffset && isEOL(this._content.charCodeAt(offset - 1))) {
          offset--;
        }
        return offset;
      }
      get lineCount() {
        return this.getLineOffsets().length;
      }
      static isIncremental(event) {
        const candidate = event;
        return candidate !== void 0 && candidate !== null && typeof candidate.text === "string" && candidate.range !== void 0 && (candidate.rangeLength === void 0 || typeof candidate.rangeLength === "number");
      }
      static isFull(event) {
        const candidate = event;
        return candidate !== void 0 && candidate !== null && typeof candidate.text === "string" && candidate.range === void 0 && candidate.rangeLength === void 0;
      }
    };
    (function(TextDocument3) {
      function create(uri, languageId, version, content) {
        return new FullTextDocument2(uri, languageId, version, content);
      }
      TextDocument3.create = create;
      function update(document, changes, version) {
        if (document instanceof FullTextDocument2) {
          document.update(changes, version);
          return document;
        } else {
          throw new Error("TextDocument.update: document must be created by TextDocument.create");
        }
      }
      TextDocument3.update = update;
      function applyEdits(document, edits) {
        const text2 = document.getText();
        const sortedEdits = mergeSort(edits.map(getWellformedEdit), (a, b) => {
          const diff = a.range.start.line - b.range.start.line;
          if (diff === 0) {
            return a.range.start.character - b.range.start.character;
          }
          return diff;
        });
        let lastModifiedOffset = 0;
        const spans = [];
        for (const e of sortedEdits) {
          const startOffset = document.offsetAt(e.range.start);
          if (startOffset < lastModifiedOffset) {
            throw new Error("Overlapping edit");
          } else if (startOffset > lastModifiedOffset) {
            spans.push(text2.substring(lastModifiedOffset, startOffset));
          }
          if (e.newText.length) {
            spans.push(e.newText);
          }
          lastModifiedOffset = document.offsetAt(e.range.end);
        }
        spans.push(text2.substr(lastModifiedOffset));
        return spans.join("");
      }
      TextDocument3.applyEdits = applyEdits;
    })(TextDocument2 || (TextDocument2 = {}));
  }
});

// node_modules/dockerfile-ast/lib/parserDirective.js
var require_parserDirective = __commonJS({
  "node_modules/dockerfile-ast/lib/parserDirective.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.ParserDirective = void 0;
    var main_1 = require_main();
    var line_1 = require_line();
    var ParserDirective = class extends line_1.Line {
      constructor(document, range, nameRange, valueRange) {
        super(document, range);
        this.nameRange = nameRange;
        this.valueRange = valueRange;
      }
      toString() {
        return "# " + this.getName() + "=" + this.getValue();
      }
      getNameRange() {
        return this.nameRange;
      }
      getValueRange() {
        return this.valueRange;
      }
      getName() {
        return this.document.getText().substring(this.document.offsetAt(this.nameRange.start), this.document.offsetAt(this.nameRange.end));
      }
      getValue() {
        return this.document.getText().substring(this.document.offsetAt(this.valueRange.start), this.document.offsetAt(this.valueRange.end));
      }
      getDirective() {
        const directive = main_1.Directive[this.getName().toLowerCase()];
        return directive === void 0 ? null : directive;
      }
    };
    exports.ParserDirective = ParserDirective;
  }
});

// node_modules/dockerfile-ast/lib/heredoc.js
var require_heredoc = __commonJS({
  "node_modules/dockerfile-ast/lib/heredoc.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Heredoc = void 0;
    var Heredoc = class {
      constructor(startRange, name, nameRange, contentRange, endRange) {
        this.startRange = startRange;
        this.name = name;
        this.nameRange = nameRange;
        this.contentRange = contentRange;
        this.endRange = endRange;
      }
      /**
       * Returns the name of the here-document.
       *
       * This API is experimental and subject to change.
       */
      getName() {
        return this.name;
      }
      /**
       * Returns the range of the start operator and the name. If the
       * here-document is initialized with <<EOT then the start range would
       * encompass all five characters.
       *
       * This API is experimental and subject to change.
       */
      getStartRange() {
        return this.startRange;
      }
      /**
       * Returns the range of this here-document's name that is declared at
       * the beginning of the here-document with the operator. If the
       * here-document is initialized with <<EOT then the name range would
       * encompass the latter three "EOT" characters.
       *
       * This API is experimental and subject to change.
       */
      getNameRange() {
        return this.nameRange;
      }
      /**
       * Returns the range of the content of this here-document. This may
       * be null if the here-document has no content because:
       * - the start range is the only thing that was declared
       * - the end range was declared immediately and there is no content
       *
       * This API is experimental and subject to change.
       */
      getContentRange() {
        return this.contentRange;
      }
      /**
       * Returns the range of the here-document's name on a line that
       * represents the end of the here-document.
       *
       * This API is experimental and subject to change.
       */
      getDelimiterRange() {
        return this.endRange;
      }
    };
    exports.Heredoc = Heredoc;
  }
});

// node_modules/dockerfile-ast/lib/variable.js
var require_variable = __commonJS({
  "node_modules/dockerfile-ast/lib/variable.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Variable = void 0;
    var Variable = class {
      constructor(name, nameRange, range, modifier, modifierRange, substitutionParameter, substitutionRange, defined, buildVariable, stringValue) {
        this.name = name;
        this.nameRange = nameRange;
        this.range = range;
        this.modifier = modifier;
        this.modifierRange = modifierRange;
        this.substitutionParameter = substitutionParameter;
        this.substitutionRange = substitutionRange;
        this.defined = defined;
        this.buildVariable = buildVariable;
        this.stringValue = stringValue;
      }
      toString() {
        return this.stringValue;
      }
      getName() {
        return this.name;
      }
      getNameRange() {
        return this.nameRange;
      }
      /**
       * Returns the range of the entire variable. This includes the symbols for
       * the declaration of the variable such as the $, {, and } symbols.
       *
       * @return the range in the document that this variable encompasses in its
       *         entirety
       */
      getRange() {
        return this.range;
      }
      /**
       * Returns the modifier character that has been set for
       * specifying how this variable should be expanded and resolved.
       * If this variable is ${variable:+value} then the modifier
       * character is '+'. Will be the empty string if the variable is
       * declared as ${variable:}. Otherwise, will be null if this
       * variable will not use variable substitution at all (such as
       * ${variable} or $variable).
       *
       * @return this variable's modifier character, or the empty
       *         string if it does not have one, or null if this
       *         variable will not use variable substitution
       */
      getModifier() {
        return this.modifier;
      }
      getModifierRange() {
        return this.modifierRange;
      }
      /**
       * Returns the parameter that will be used for substitution if
       * this variable uses modifiers to define how its value should be
       * resolved. If this variable is ${variable:+value} then the
       * substitution value will be 'value'. Will be the empty string
       * if the variable is declared as ${variable:+} or some other
       * variant where the only thing that follows the modifier
       * character (excluding considerations of escape characters and
       * so on) is the variable's closing bracket. May be null if this
       * variable does not have a modifier character defined (such as
       * ${variable} or $variable).
       *
       * @return this variable's substitution parameter, or the empty
       *         string if it does not have one, or null if there is
       *         not one defined
       */
      getSubstitutionParameter() {
        return this.substitutionParameter;
      }
      getSubstitutionRange() {
        return this.substitutionRange;
      }
      /**
       * Returns whether this variable has been defined or not.
       *
       * @return true if this variable has been defined, false otherwise
       */
      isDefined() {
        return this.defined;
      }
      isBuildVariable() {
        return this.buildVariable === true;
      }
      isEnvironmentVariable() {
        return this.buildVariable === false;
      }
    };
    exports.Variable = Variable;
  }
});

// node_modules/dockerfile-ast/lib/instruction.js
var require_instruction = __commonJS({
  "node_modules/dockerfile-ast/lib/instruction.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Instruction = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var util_1 = require_util();
    var line_1 = require_line();
    var argument_1 = require_argument();
    var heredoc_1 = require_heredoc();
    var variable_1 = require_variable();
    var main_1 = require_main();
    var Instruction = class extends line_1.Line {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range);
        this.dockerfile = dockerfile;
        this.escapeChar = escapeChar;
        this.instruction = instruction;
        this.instructionRange = instructionRange;
      }
      toString() {
        let value = this.getKeyword();
        for (let arg of this.getRawArguments()) {
          value += " ";
          value += arg.getValue();
        }
        return value;
      }
      getRangeContent(range) {
        if (range === null) {
          return null;
        }
        return this.document.getText().substring(this.document.offsetAt(range.start), this.document.offsetAt(range.end));
      }
      getInstructionRange() {
        return this.instructionRange;
      }
      getInstruction() {
        return this.instruction;
      }
      getKeyword() {
        return this.getInstruction().toUpperCase();
      }
      getArgumentsRange() {
        let args = this.getArguments();
        if (args.length === 0) {
          return null;
        }
        return vscode_languageserver_types_1.Range.create(args[0].getRange().start, args[args.length - 1].getRange().end);
      }
      getArgumentsRanges() {
        let args = this.getArguments();
        if (args.length === 0) {
          return [];
        }
        if (args[0].getRange().start.line === args[args.length - 1].getRange().end.line) {
          return [vscode_languageserver_types_1.Range.create(args[0].getRange().start, args[args.length - 1].getRange().end)];
        }
        let ranges = [];
        let end = -1;
        let startPosition = args[0].getRange().start;
        let range = this.getInstructionRange();
        let extra = this.document.offsetAt(startPosition) - this.document.offsetAt(range.start);
        let content = this.getTextContent();
        let fullArgs = content.substring(extra, this.document.offsetAt(args[args.length - 1].getRange().end) - this.document.offsetAt(range.start));
        let offset = this.document.offsetAt(range.start) + extra;
        let start = false;
        let comment = false;
        for (let i = 0; i < fullArgs.length; i++) {
          let char = fullArgs.charAt(i);
          if (char === this.escapeChar) {
            let next = fullArgs.charAt(i + 1);
            if (next === " " || next === "	") {
              whitespaceCheck: for (let j = i + 2; j < fullArgs.length; j++) {
                switch (fullArgs.charAt(j)) {
                  case " ":
                  case "	":
                    continue;
                  case "\r":
                    j++;
                  case "\n":
                    if (startPosition !== null) {
                      ranges.push(vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(offset + end + 1)));
                    }
                    startPosition = null;
                    start = true;
                    comment = false;
                    i = j;
                    break whitespaceCheck;
                  default:
                    break whitespaceCheck;
                }
              }
            } else if (next === "\r") {
              if (startPosition !== null) {
                ranges.push(vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(offset + end + 1)));
                startPosition = null;
              }
              start = true;
              comment = false;
              i += 2;
            } else if (next === "\n") {
              if (startPosition !== null) {
                ranges.push(vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(offset + end + 1)));
              }
              startPosition = null;
              start = true;
              comment = false;
              i++;
            } else {
              i++;
            }
          } else if (util_1.Util.isNewline(char)) {
            if (comment) {
              startPosition = null;
              start = true;
              comment = false;
            }
          } else {
            if (!comment) {
              if (startPosition === null) {
                if (char === "#") {
                  comment = true;
                  continue;
                }
                let position = this.document.positionAt(offset + i);
                if (position.character !== 0) {
                  startPosition = vscode_languageserver_types_1.Position.create(position.line, 0);
                }
              }
              end = i;
            }
          }
        }
        if (startPosition === null) {
          ranges.push(vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + end), this.document.positionAt(offset + end + 1)));
        } else {
          ranges.push(vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(offset + end + 1)));
        }
        return ranges;
      }
      getRawArgumentsContent() {
        let args = this.getArguments();
        if (args.length === 0) {
          return null;
        }
        return this.getRangeContent(vscode_languageserver_types_1.Range.create(args[0].getRange().start, args[args.length - 1].getRange().end));
      }
      getArgumentsContent() {
        let args = this.getArguments();
        if (args.length === 0) {
          return null;
        }
        let content = "";
        let ranges = this.getArgumentsRanges();
        let documentText = this.document.getText();
        for (let range of ranges) {
          content += documentText.substring(this.document.offsetAt(range.start), this.document.offsetAt(range.end));
        }
        return content;
      }
      getArguments() {
        return this.getRawArguments();
      }
      getRawArguments() {
        let args = [];
        let range = this.getInstructionRange();
        let extra = this.document.offsetAt(range.end) - this.document.offsetAt(range.start);
        let content = this.getTextContent();
        let fullArgs = content.substring(extra);
        let offset = this.document.offsetAt(range.start) + extra;
        let start = false;
        let comment = false;
        let found = -1;
        let escapedWhitespaceDetected = false;
        let escaping = false;
        let escapeMarker = -1;
        let escapedArg = "";
        for (let i = 0; i < fullArgs.length; i++) {
          let char = fullArgs.charAt(i);
          if (util_1.Util.isWhitespace(char)) {
            if (escaping) {
              escapedWhitespaceDetected = true;
              if (util_1.Util.isNewline(char)) {
                escapedWhitespaceDetected = false;
                if (comment) {
                  comment = false;
                  start = true;
                }
              }
              continue;
            } else if (found !== -1) {
              if (escapeMarker === -1) {
                args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found), this.document.positionAt(offset + i))));
              } else {
                args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found), this.document.positionAt(offset + escapeMarker))));
              }
              escapeMarker = -1;
              escapedArg = "";
              found = -1;
            }
          } else if (char === this.escapeChar) {
            let next = fullArgs.charAt(i + 1);
            if (next === " " || next === "	") {
              whitespaceCheck: for (let j = i + 2; j < fullArgs.length; j++) {
                let newlineCheck = fullArgs.charAt(j);
                switch (newlineCheck) {
                  case " ":
                  case "	":
                    continue;
                  case "\r":
                    j++;
                  case "\n":
                    comment = false;
                    escaping = true;
                    start = true;
                    if (found !== -1) {
                      escapeMarker = i;
                    }
                    i = j;
                    break whitespaceCheck;
                  default:
                    escapeMarker = i;
                    if (found === -1) {
                      i = j - 1;
                    }
                    break whitespaceCheck;
                }
              }
            } else if (next === "\r") {
              comment = false;
              escaping = true;
              start = true;
              if (found !== -1 && escapeMarker === -1) {
                escapeMarker = i;
              }
              i += 2;
            } else if (next === "\n") {
              comment = false;
              escaping = true;
              start = true;
              if (found !== -1 && escapeMarker === -1) {
                escapeMarker = i;
              }
              i++;
            } else {
              if (escapedWhitespaceDetected && escapeMarker !== -1) {
                args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found), this.document.positionAt(offset + escapeMarker))));
                escapedArg = "";
                found = -1;
              }
              escapeMarker = -1;
              escapedWhitespaceDetected = false;
              escaping = false;
              if (next === "$") {
                escapedArg = escapedArg + char + next;
              } else if (next === "") {
                break;
              } else {
                escapedArg = escapedArg + next;
              }
              if (found === -1) {
                found = i;
              }
              i++;
            }
          } else if (!comment) {
            if (start && char === "#") {
              comment = true;
            } else {
              if (escapedWhitespaceDetected && escapeMarker !== -1) {
                args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found), this.document.positionAt(offset + escapeMarker))));
                escapedArg = "";
                found = -1;
              }
              escapedWhitespaceDetected = false;
              escaping = false;
              escapeMarker = -1;
              escapedArg = escapedArg + char;
              if (found === -1) {
                found = i;
              }
            }
            start = false;
          }
        }
        if (found !== -1) {
          if (escapeMarker === -1) {
            args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found), this.document.positionAt(offset + fullArgs.length))));
          } else {
            args.push(new argument_1.Argument(escapedArg, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + found), this.document.positionAt(offset + escapeMarker))));
          }
        }
        return args;
      }
      getExpandedArguments() {
        let args = this.getArguments();
        for (let i = 0; i < args.length; i++) {
          const argRange = args[i].getRange();
          let offset = this.document.offsetAt(argRange.start);
          const variables2 = this.parseVariables(offset, args[i].getValue());
          const swaps = [];
          let requiresExpansion = false;
          for (let variable of variables2) {
            const value = this.dockerfile.resolveVariable(variable.getName(), variable.getNameRange().start.line);
            swaps.push(value);
            requiresExpansion = requiresExpansion || value !== void 0;
          }
          if (requiresExpansion) {
            let expanded = "";
            for (let j = 0; j < swaps.length; j++) {
              const variableRange = variables2[j].getRange();
              const start = this.document.offsetAt(variableRange.start);
              const end = this.document.offsetAt(variableRange.end);
              if (swaps[j]) {
                expanded += this.document.getText().substring(offset, start);
                expanded += swaps[j];
                offset = end;
              } else {
                expanded += this.document.getText().substring(offset, end);
                offset = end;
              }
            }
            const argEnd = this.document.offsetAt(argRange.end);
            if (argEnd !== offset) {
              expanded += this.document.getText().substring(offset, argEnd);
            }
            args[i] = new argument_1.Argument(expanded, argRange);
          }
        }
        return args;
      }
      getVariables() {
        const variables2 = [];
        const args = this.getRawArguments();
        for (const arg of args) {
          let range = arg.getRange();
          let rawValue = this.document.getText().substring(this.document.offsetAt(range.start), this.document.offsetAt(range.end));
          const parsedVariables = this.parseVariables(this.document.offsetAt(arg.getRange().start), rawValue);
          for (const parsedVariable of parsedVariables) {
            variables2.push(parsedVariable);
          }
        }
        return variables2;
      }
      parseVariables(offset, arg) {
        let variables2 = [];
        variableLoop: for (let i = 0; i < arg.length; i++) {
          switch (arg.charAt(i)) {
            case this.escapeChar:
              if (arg.charAt(i + 1) === "$") {
                i++;
              }
              break;
            case "$":
              if (arg.charAt(i + 1) === "{") {
                let escapedString = "${";
                let escapedName = "";
                let nameEnd = -1;
                let escapedSubstitutionParameter = "";
                let substitutionStart = -1;
                let substitutionEnd = -1;
                let modifierRead = -1;
                nameLoop: for (let j = i + 2; j < arg.length; j++) {
                  let char = arg.charAt(j);
                  switch (char) {
                    case this.escapeChar:
                      for (let k = j + 1; k < arg.length; k++) {
                        switch (arg.charAt(k)) {
                          case " ":
                          case "	":
                          case "\r":
                            continue;
                          case "\n":
                            j = k;
                            continue nameLoop;
                        }
                      }
                      break;
                    case "}":
                      escapedString += "}";
                      let modifier = null;
                      let modifierRange = null;
                      let substitutionParameter = modifierRead !== -1 ? escapedSubstitutionParameter : null;
                      let substitutionRange = null;
                      if (nameEnd === -1) {
                        nameEnd = j;
                      } else if (nameEnd + 1 === j) {
                        modifier = "";
                        modifierRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + nameEnd + 1), this.document.positionAt(offset + nameEnd + 1));
                      } else {
                        if (substitutionStart === -1) {
                          substitutionStart = modifierRead + 1;
                          substitutionEnd = modifierRead + 1;
                        } else {
                          substitutionEnd = substitutionEnd + 1;
                        }
                        modifier = arg.substring(modifierRead, modifierRead + 1);
                        modifierRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + modifierRead), this.document.positionAt(offset + modifierRead + 1));
                        substitutionRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + substitutionStart), this.document.positionAt(offset + substitutionEnd));
                      }
                      let start = this.document.positionAt(offset + i);
                      variables2.push(new variable_1.Variable(escapedName, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + i + 2), this.document.positionAt(offset + nameEnd)), vscode_languageserver_types_1.Range.create(start, this.document.positionAt(offset + j + 1)), modifier, modifierRange, substitutionParameter, substitutionRange, this.dockerfile.resolveVariable(escapedName, start.line) !== void 0, this.isBuildVariable(escapedName, start.line), escapedString));
                      i = j;
                      continue variableLoop;
                    case ":":
                      if (nameEnd === -1) {
                        nameEnd = j;
                      } else if (modifierRead !== -1) {
                        if (substitutionStart === -1) {
                          substitutionStart = j;
                          substitutionEnd = j;
                        } else {
                          substitutionEnd = j;
                        }
                        escapedSubstitutionParameter += ":";
                      } else {
                        modifierRead = j;
                      }
                      escapedString += ":";
                      break;
                    case "\n":
                    case "\r":
                    case " ":
                    case "	":
                      break;
                    default:
                      if (nameEnd === -1) {
                        escapedName += char;
                      } else if (modifierRead !== -1) {
                        if (substitutionStart === -1) {
                          substitutionStart = j;
                          substitutionEnd = j;
                        } else {
                          substitutionEnd = j;
                        }
                        escapedSubstitutionParameter += char;
                      } else {
                        modifierRead = j;
                      }
                      escapedString += char;
                      break;
                  }
                }
                break variableLoop;
              } else if (util_1.Util.isWhitespace(arg.charAt(i + 1)) || i === arg.length - 1) {
                continue;
              } else {
                let escapedName = "";
                nameLoop: for (let j = i + 1; j < arg.length; j++) {
                  let char = arg.charAt(j);
                  switch (char) {
                    case "\r":
                    case "\n":
                    case " ":
                    case "	":
                      continue;
                    case "$":
                    case "'":
                    case '"':
                      let varStart = this.document.positionAt(offset + i);
                      variables2.push(new variable_1.Variable(escapedName, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + i + 1), this.document.positionAt(offset + j)), vscode_languageserver_types_1.Range.create(varStart, this.document.positionAt(offset + j)), null, null, null, null, this.dockerfile.resolveVariable(escapedName, varStart.line) !== void 0, this.isBuildVariable(escapedName, varStart.line), "$" + escapedName));
                      i = j - 1;
                      continue variableLoop;
                    case this.escapeChar:
                      for (let k = j + 1; k < arg.length; k++) {
                        switch (arg.charAt(k)) {
                          case " ":
                          case "	":
                          case "\r":
                            continue;
                          case "\n":
                            j = k;
                            continue nameLoop;
                        }
                      }
                      let start2 = this.document.positionAt(offset + i);
                      variables2.push(new variable_1.Variable(escapedName, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + i + 1), this.document.positionAt(offset + j)), vscode_languageserver_types_1.Range.create(start2, this.document.positionAt(offset + j)), null, null, null, null, this.dockerfile.resolveVariable(escapedName, start2.line) !== void 0, this.isBuildVariable(escapedName, start2.line), "$" + escapedName));
                      break variableLoop;
                  }
                  if (char.match(/^[a-z0-9_]+$/i) === null) {
                    let varStart = this.document.positionAt(offset + i);
                    variables2.push(new variable_1.Variable(escapedName, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + i + 1), this.document.positionAt(offset + j)), vscode_languageserver_types_1.Range.create(varStart, this.document.positionAt(offset + j)), null, null, null, null, this.dockerfile.resolveVariable(escapedName, varStart.line) !== void 0, this.isBuildVariable(escapedName, varStart.line), "$" + escapedName));
                    i = j - 1;
                    continue variableLoop;
                  }
                  escapedName += char;
                }
                let start = this.document.positionAt(offset + i);
                variables2.push(new variable_1.Variable(escapedName, vscode_languageserver_types_1.Range.create(this.document.positionAt(offset + i + 1), this.document.positionAt(offset + arg.length)), vscode_languageserver_types_1.Range.create(start, this.document.positionAt(offset + arg.length)), null, null, null, null, this.dockerfile.resolveVariable(escapedName, start.line) !== void 0, this.isBuildVariable(escapedName, start.line), "$" + escapedName));
              }
              break variableLoop;
          }
        }
        return variables2;
      }
      isBuildVariable(variable, line) {
        if (this.getKeyword() === main_1.Keyword.FROM) {
          for (const initialArg of this.dockerfile.getInitialARGs()) {
            const arg = initialArg;
            const property = arg.getProperty();
            if (property && variable === property.getName()) {
              return true;
            }
          }
          return void 0;
        }
        let image = this.dockerfile.getContainingImage(vscode_languageserver_types_1.Position.create(line, 0));
        let envs = image.getENVs();
        for (let i = envs.length - 1; i >= 0; i--) {
          if (envs[i].isBefore(line)) {
            for (let property of envs[i].getProperties()) {
              if (property.getName() === variable) {
                return false;
              }
            }
          }
        }
        let args = image.getARGs();
        for (let i = args.length - 1; i >= 0; i--) {
          if (args[i].isBefore(line)) {
            let property = args[i].getProperty();
            if (property && property.getName() === variable) {
              return true;
            }
          }
        }
        return void 0;
      }
      createSingleLineHeredocs(args) {
        const heredocs = [];
        for (const arg of args) {
          const value = arg.getValue();
          if (value.startsWith("<<") && util_1.Util.parseHeredocName(value) !== null) {
            const startRange = arg.getRange();
            const nameRange = this.getNameRange(startRange);
            const name = this.getName(nameRange);
            heredocs.push(new heredoc_1.Heredoc(startRange, name, nameRange, null, null));
          }
        }
        return heredocs;
      }
      getName(nameRange) {
        const content = this.document.getText(nameRange);
        let escaping = false;
        let name = "";
        nameLoop: for (let i = 0; i < content.length; i++) {
          const ch = content.charAt(i);
          switch (ch) {
            case this.escapeChar:
              escaping = true;
              for (let j = i + 1; j < content.length; j++) {
                switch (content.charAt(j)) {
                  case " ":
                  case "	":
                    break;
                  case "\r":
                    i = j + 1;
                    continue nameLoop;
                  case "\n":
                    i = j;
                    continue nameLoop;
                  default:
                    name += content.charAt(j);
                    i = j;
                    continue nameLoop;
                }
              }
              break;
            case "#":
              if (escaping) {
                for (let j = i + 1; j < content.length; j++) {
                  switch (content.charAt(j)) {
                    case "\n":
                      i = j;
                      continue nameLoop;
                  }
                }
              }
            case " ":
            case "	":
            case "\r":
            case "\n":
              if (escaping) {
                break;
              }
            default:
              name += ch;
              break;
          }
        }
        return name;
      }
      getNameRange(startRange) {
        const content = this.document.getText(startRange);
        let endFound = false;
        let searchHyphen = false;
        let start = -1;
        let end = -1;
        let escaping = false;
        let quote = null;
        contentLoop: for (let i = 0; i < content.length; i++) {
          const ch = content.charAt(i);
          switch (ch) {
            case '"':
            case "'":
              if (quote === ch) {
                break contentLoop;
              }
              quote = ch;
              continue;
            case this.escapeChar:
              for (let j = i + 1; j < content.length; j++) {
                switch (content.charAt(j)) {
                  case "\n":
                    escaping = true;
                    j = i;
                    continue contentLoop;
                }
              }
              break;
            case " ":
            case "	":
            case "\r":
            case "\n":
              break;
            case "<":
              if (endFound) {
                searchHyphen = true;
              } else {
                endFound = true;
              }
              break;
            case "-":
              if (searchHyphen) {
                searchHyphen = false;
                break;
              }
            case "#":
              if (escaping) {
                for (let j = i + 1; j < content.length; j++) {
                  switch (content.charAt(j)) {
                    case "\n":
                      i = j;
                      continue contentLoop;
                  }
                }
              }
            default:
              if (start === -1) {
                start = i;
              }
              if (quote !== null) {
                end = i + 1;
                break;
              }
              break contentLoop;
          }
        }
        if (start === -1) {
          return vscode_languageserver_types_1.Range.create(startRange.end, startRange.end);
        }
        const nameStart = this.document.positionAt(this.document.offsetAt(startRange.start) + start);
        const nameEnd = quote !== null ? this.document.positionAt(this.document.offsetAt(startRange.start) + end) : startRange.end;
        return vscode_languageserver_types_1.Range.create(nameStart, nameEnd);
      }
      getHeredocs() {
        const args = this.getArguments();
        if (args.length === 0) {
          return [];
        }
        const heredocs = [];
        const range = this.getRange();
        if (range.start.line === range.end.line) {
          return this.createSingleLineHeredocs(args);
        }
        const heredocDefinitions = [];
        let heredocsProcessed = false;
        let escaping = false;
        let contentStart = -1;
        let contentEnd = -1;
        let lineStart = -1;
        let currentHeredoc = 0;
        const startOffset = this.document.offsetAt(args[0].getRange().start);
        const content = this.getRangeContent(vscode_languageserver_types_1.Range.create(args[0].getRange().start, this.getRange().end));
        contentLoop: for (let i = 0; i < content.length; i++) {
          switch (content.charAt(i)) {
            case this.escapeChar:
              escaping = true;
              for (let j = i + 1; j < content.length; j++) {
                switch (content.charAt(j)) {
                  case " ":
                  case "	":
                    break;
                  case "\r":
                    j++;
                  case "\n":
                    i = j;
                    continue contentLoop;
                  default:
                    i = j;
                    continue contentLoop;
                }
              }
              break;
            case "\r":
              break;
            case "\n":
              if (escaping) {
                break;
              }
              if (heredocsProcessed) {
                if (contentStart === -1) {
                  contentStart = i;
                }
                contentEnd = i;
                const arg = heredocDefinitions[currentHeredoc];
                const startRange = arg.getRange();
                const nameRange = this.getNameRange(startRange);
                const name = this.getName(nameRange);
                const delimiterRange = this.getDelimiterRange(arg, name, vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + lineStart), this.document.positionAt(startOffset + i)));
                if (delimiterRange !== null) {
                  const contentRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + contentStart), this.document.positionAt(startOffset + lineStart - 1));
                  heredocs.push(new heredoc_1.Heredoc(startRange, name, nameRange, contentRange, delimiterRange));
                  contentStart = -1;
                  currentHeredoc++;
                }
                lineStart = -1;
              } else {
                const offsetLimit = startOffset + i;
                for (const arg of args) {
                  if (this.document.offsetAt(arg.getRange().start) < offsetLimit) {
                    if (arg.getValue().startsWith("<<")) {
                      heredocDefinitions.push(arg);
                    }
                  } else {
                    break;
                  }
                }
                heredocsProcessed = true;
                lineStart = -1;
                continue contentLoop;
              }
              break;
            case " ":
            case "	":
              if (escaping) {
                break;
              }
            case "#":
              if (escaping) {
                for (let j = i + 1; j < content.length; j++) {
                  switch (content.charAt(j)) {
                    case "\n":
                      i = j;
                      continue contentLoop;
                  }
                }
              }
            default:
              if (escaping) {
                escaping = false;
              }
              if (heredocsProcessed) {
                if (contentStart === -1) {
                  contentStart = i;
                }
                if (lineStart === -1) {
                  lineStart = i;
                }
              }
              break;
          }
        }
        if (heredocsProcessed) {
          const arg = heredocDefinitions[currentHeredoc];
          const startRange = arg.getRange();
          const nameRange = this.getNameRange(startRange);
          const name = this.getName(nameRange);
          let contentRange = null;
          const delimiterRange = this.getDelimiterRange(arg, name, vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + lineStart), range.end));
          if (delimiterRange === null) {
            contentRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + contentStart), range.end);
          } else if (contentEnd !== -1) {
            contentRange = vscode_languageserver_types_1.Range.create(this.document.positionAt(startOffset + contentStart), this.document.positionAt(startOffset + contentEnd));
          }
          heredocs.push(new heredoc_1.Heredoc(startRange, name, nameRange, contentRange, delimiterRange));
          currentHeredoc++;
          for (let i = currentHeredoc; i < heredocDefinitions.length; i++) {
            const arg2 = heredocDefinitions[currentHeredoc];
            const startRange2 = arg2.getRange();
            const nameRange2 = this.getNameRange(startRange2);
            const name2 = this.getName(nameRange2);
            heredocs.push(new heredoc_1.Heredoc(startRange2, name2, nameRange2, null, null));
            currentHeredoc++;
          }
        } else {
          return this.createSingleLineHeredocs(args);
        }
        return heredocs;
      }
      getDelimiterRange(startArg, name, candidateRange) {
        const text2 = this.document.getText(candidateRange);
        if (startArg.getValue().startsWith("<<-")) {
          let index = 0;
          while (text2.charAt(index) === "	") {
            index++;
          }
          if (text2.substring(index) === name) {
            return vscode_languageserver_types_1.Range.create(vscode_languageserver_types_1.Position.create(candidateRange.start.line, index), candidateRange.end);
          }
          return null;
        }
        return text2 === name ? candidateRange : null;
      }
    };
    exports.Instruction = Instruction;
  }
});

// node_modules/dockerfile-ast/lib/flagOption.js
var require_flagOption = __commonJS({
  "node_modules/dockerfile-ast/lib/flagOption.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.FlagOption = void 0;
    var FlagOption = class {
      constructor(range, name, nameRange, value, valueRange) {
        this.range = range;
        this.name = name;
        this.nameRange = nameRange;
        this.value = value;
        this.valueRange = valueRange;
      }
      toString() {
        if (this.valueRange !== null) {
          return this.name + "=" + this.value;
        }
        return this.name;
      }
      getRange() {
        return this.range;
      }
      getName() {
        return this.name;
      }
      getNameRange() {
        return this.nameRange;
      }
      getValue() {
        return this.value;
      }
      getValueRange() {
        return this.valueRange;
      }
    };
    exports.FlagOption = FlagOption;
  }
});

// node_modules/dockerfile-ast/lib/flag.js
var require_flag = __commonJS({
  "node_modules/dockerfile-ast/lib/flag.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Flag = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var flagOption_1 = require_flagOption();
    var Flag = class {
      constructor(document, range, name, nameRange, value, valueRange) {
        this.options = [];
        this.range = range;
        this.name = name;
        this.nameRange = nameRange;
        this.value = value;
        this.valueRange = valueRange;
        if (this.value !== null) {
          let offset = document.offsetAt(valueRange.start);
          let nameStart = -1;
          let valueStart = -1;
          let hasOptions = false;
          for (let i = 0; i < value.length; i++) {
            switch (value.charAt(i)) {
              case "=":
                hasOptions = true;
                if (valueStart === -1) {
                  valueStart = i + 1;
                  break;
                }
                break;
              case ",":
                this.options.push(this.createFlagOption(document, value, offset, nameStart, valueStart, i));
                nameStart = -1;
                valueStart = -1;
                break;
              default:
                if (nameStart === -1) {
                  nameStart = i;
                }
                break;
            }
          }
          if (hasOptions && nameStart !== -1) {
            this.options.push(this.createFlagOption(document, value, offset, nameStart, valueStart, value.length));
          }
        }
      }
      createFlagOption(document, content, documentOffset, nameStart, valueStart, valueEnd) {
        const optionRange = vscode_languageserver_types_1.Range.create(document.positionAt(documentOffset + nameStart), document.positionAt(documentOffset + valueEnd));
        if (valueStart === -1) {
          return new flagOption_1.FlagOption(optionRange, content.substring(nameStart, valueEnd), optionRange, null, null);
        }
        return new flagOption_1.FlagOption(optionRange, content.substring(nameStart, valueStart - 1), vscode_languageserver_types_1.Range.create(document.positionAt(documentOffset + nameStart), document.positionAt(documentOffset + valueStart - 1)), content.substring(valueStart, valueEnd), vscode_languageserver_types_1.Range.create(document.positionAt(documentOffset + valueStart), document.positionAt(documentOffset + valueEnd)));
      }
      toString() {
        if (this.valueRange) {
          return "--" + this.name + "=" + this.value;
        }
        return "--" + this.name;
      }
      /**
       * Returns the range that encompasses this entire flag. This includes the
       * -- prefix in the beginning to the last character of the flag's value (if
       * it has been defined).
       *
       * @return the entire range of this flag
       */
      getRange() {
        return this.range;
      }
      /**
       * Returns the name of this flag. The name does not include the -- prefix.
       * Thus, for HEALTHCHECK's --interval flag, interval is the flag's name and
       * not --interval.
       *
       * @return this flag's name
       */
      getName() {
        return this.name;
      }
      /**
       * Returns the range that encompasses the flag's name
       *
       * @return the range containing the flag's name
       */
      getNameRange() {
        return this.nameRange;
      }
      /**
       * Returns the value that has been set to this flag. May be null if the
       * flag is invalid and has no value set like a --start-period. If the flag
       * is instead a --start-period= with an equals sign then the flag's value
       * is the empty string.
       *
       * @return this flag's value if it has been defined, null otherwise
       */
      getValue() {
        return this.value;
      }
      /**
       * Returns the range that encompasses this flag's value. If no value has
       * been set then null will be returned.
       *
       * @return the range containing this flag's value, or null if the flag
       *         has no value defined
       */
      getValueRange() {
        return this.valueRange;
      }
      getOption(name) {
        for (const option of this.options) {
          if (option.getName() === name) {
            return option;
          }
        }
        return null;
      }
      getOptions() {
        return this.options;
      }
      hasOptions() {
        return this.options.length > 0;
      }
    };
    exports.Flag = Flag;
  }
});

// node_modules/dockerfile-ast/lib/modifiableInstruction.js
var require_modifiableInstruction = __commonJS({
  "node_modules/dockerfile-ast/lib/modifiableInstruction.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.ModifiableInstruction = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var flag_1 = require_flag();
    var instruction_1 = require_instruction();
    var ModifiableInstruction = class extends instruction_1.Instruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
      getFlags() {
        if (!this.flags) {
          this.flags = [];
          for (let arg of this.getArguments()) {
            let value = arg.getValue();
            if (this.stopSearchingForFlags(value)) {
              return this.flags;
            } else if (value.indexOf("--") === 0) {
              let range = arg.getRange();
              let rawValue = this.document.getText().substring(this.document.offsetAt(range.start), this.document.offsetAt(range.end));
              let nameIndex = value.indexOf("=");
              let index = rawValue.indexOf("=");
              let firstMatch = false;
              let secondMatch = false;
              let startIndex = -1;
              nameSearchLoop: for (let i = 0; i < rawValue.length; i++) {
                switch (rawValue.charAt(i)) {
                  case "\\":
                  case " ":
                  case "	":
                  case "\r":
                  case "\n":
                    break;
                  case "-":
                    if (secondMatch) {
                      startIndex = i;
                      break nameSearchLoop;
                    } else if (firstMatch) {
                      secondMatch = true;
                    } else {
                      firstMatch = true;
                    }
                    break;
                  default:
                    startIndex = i;
                    break nameSearchLoop;
                }
              }
              let nameStart = this.document.positionAt(this.document.offsetAt(range.start) + startIndex);
              if (index === -1) {
                this.flags.push(new flag_1.Flag(this.document, range, value.substring(2), vscode_languageserver_types_1.Range.create(nameStart, range.end), null, null));
              } else if (index === value.length - 1) {
                let nameEnd = this.document.positionAt(this.document.offsetAt(range.start) + index);
                this.flags.push(new flag_1.Flag(this.document, range, value.substring(2, index), vscode_languageserver_types_1.Range.create(nameStart, nameEnd), "", vscode_languageserver_types_1.Range.create(range.end, range.end)));
              } else {
                let nameEnd = this.document.positionAt(this.document.offsetAt(range.start) + index);
                this.flags.push(new flag_1.Flag(this.document, range, value.substring(2, nameIndex), vscode_languageserver_types_1.Range.create(nameStart, nameEnd), value.substring(nameIndex + 1), vscode_languageserver_types_1.Range.create(this.document.positionAt(this.document.offsetAt(range.start) + index + 1), range.end)));
              }
            }
          }
        }
        return this.flags;
      }
      getArguments() {
        const args = super.getArguments();
        const flags = this.getFlags();
        if (flags.length === 0) {
          return args;
        }
        for (let i = 0; i < flags.length; i++) {
          args.shift();
        }
        return args;
      }
    };
    exports.ModifiableInstruction = ModifiableInstruction;
  }
});

// node_modules/dockerfile-ast/lib/jsonInstruction.js
var require_jsonInstruction = __commonJS({
  "node_modules/dockerfile-ast/lib/jsonInstruction.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.JSONInstruction = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var argument_1 = require_argument();
    var jsonArgument_1 = require_jsonArgument();
    var modifiableInstruction_1 = require_modifiableInstruction();
    var JSONInstruction = class extends modifiableInstruction_1.ModifiableInstruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
        this.openingBracket = null;
        this.closingBracket = null;
        this.jsonStrings = [];
        const argsContent = this.getRawArgumentsContent();
        if (argsContent === null) {
          return;
        }
        const args = this.getArguments();
        if (args.length === 1 && args[0].getValue() === "[]") {
          let argRange = args[0].getRange();
          this.openingBracket = new argument_1.Argument("[", vscode_languageserver_types_1.Range.create(argRange.start.line, argRange.start.character, argRange.start.line, argRange.start.character + 1));
          this.closingBracket = new argument_1.Argument("]", vscode_languageserver_types_1.Range.create(argRange.start.line, argRange.start.character + 1, argRange.end.line, argRange.end.character));
          return;
        } else if (args.length === 2 && args[0].getValue() === "[" && args[1].getValue() === "]") {
          this.openingBracket = args[0];
          this.closingBracket = args[1];
          return;
        }
        const argsOffset = document.offsetAt(this.getArgumentsRange().start);
        let start = -1;
        let last = "";
        let quoted = false;
        let escapedArg = "";
        argsCheck: for (let i = 0; i < argsContent.length; i++) {
          let char = argsContent.charAt(i);
          switch (char) {
            case "[":
              if (last === "") {
                this.openingBracket = new argument_1.Argument("[", vscode_languageserver_types_1.Range.create(document.positionAt(argsOffset + i), document.positionAt(argsOffset + i + 1)));
                last = "[";
              } else if (quoted) {
                escapedArg = escapedArg + char;
              } else {
                break argsCheck;
              }
              break;
            case '"':
              if (last === "[" || last === ",") {
                start = i;
                quoted = true;
                last = '"';
                escapedArg = escapedArg + char;
                continue;
              } else if (last === '"') {
                if (quoted) {
                  escapedArg = escapedArg + char;
                  quoted = false;
                  this.jsonStrings.push(new jsonArgument_1.JSONArgument(escapedArg, vscode_languageserver_types_1.Range.create(document.positionAt(argsOffset + start), document.positionAt(argsOffset + i + 1)), vscode_languageserver_types_1.Range.create(document.positionAt(argsOffset + start + 1), document.positionAt(argsOffset + i))));
                  escapedArg = "";
                } else {
                  break argsCheck;
                }
              } else {
                break argsCheck;
              }
              break;
            case ",":
              if (quoted) {
                escapedArg = escapedArg + char;
              } else {
                if (last === '"') {
                  last = ",";
                } else {
                  break argsCheck;
                }
              }
              break;
            case "]":
              if (quoted) {
                escapedArg = escapedArg + char;
              } else if (last !== "") {
                this.closingBracket = new argument_1.Argument("]", vscode_languageserver_types_1.Range.create(document.positionAt(argsOffset + i), document.positionAt(argsOffset + i + 1)));
                break argsCheck;
              }
              break;
            case " ":
            case "	":
              break;
            case "\\":
              if (quoted) {
                switch (argsContent.charAt(i + 1)) {
                  case '"':
                  case "\\":
                    escapedArg = escapedArg + argsContent.charAt(i + 1);
                    i++;
                    continue;
                  case " ":
                  case "	":
                    escapeCheck: for (let j = i + 2; j < argsContent.length; j++) {
                      switch (argsContent.charAt(j)) {
                        case "\r":
                          j++;
                        case "\n":
                          i = j;
                          continue argsCheck;
                        case " ":
                        case "	":
                          break;
                        default:
                          break escapeCheck;
                      }
                    }
                    break;
                  case "\r":
                    i++;
                  default:
                    i++;
                    continue;
                }
              } else {
                escapeCheck: for (let j = i + 1; j < argsContent.length; j++) {
                  switch (argsContent.charAt(j)) {
                    case "\r":
                      j++;
                    case "\n":
                      i = j;
                      continue argsCheck;
                    case " ":
                    case "	":
                      break;
                    default:
                      break escapeCheck;
                  }
                }
              }
              break argsCheck;
            default:
              if (!quoted) {
                break argsCheck;
              }
              escapedArg = escapedArg + char;
              break;
          }
        }
      }
      stopSearchingForFlags(_value) {
        return true;
      }
      getOpeningBracket() {
        return this.openingBracket;
      }
      getJSONStrings() {
        return this.jsonStrings;
      }
      getClosingBracket() {
        return this.closingBracket;
      }
    };
    exports.JSONInstruction = JSONInstruction;
  }
});

// node_modules/dockerfile-ast/lib/instructions/add.js
var require_add = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/add.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Add = void 0;
    var jsonInstruction_1 = require_jsonInstruction();
    var Add = class extends jsonInstruction_1.JSONInstruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
      stopSearchingForFlags(argument) {
        return argument.indexOf("--") === -1;
      }
    };
    exports.Add = Add;
  }
});

// node_modules/dockerfile-ast/lib/property.js
var require_property = __commonJS({
  "node_modules/dockerfile-ast/lib/property.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Property = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var util_1 = require_util();
    var Property = class _Property {
      constructor(document, escapeChar, arg, arg2) {
        this.assignmentOperatorRange = null;
        this.assignmentOperator = null;
        this.valueRange = null;
        this.value = null;
        this.document = document;
        this.escapeChar = escapeChar;
        this.nameRange = _Property.getNameRange(document, arg);
        let value = document.getText().substring(document.offsetAt(this.nameRange.start), document.offsetAt(this.nameRange.end));
        this.name = _Property.getValue(value, escapeChar);
        if (arg2) {
          this.valueRange = arg2.getRange();
          value = document.getText().substring(document.offsetAt(this.valueRange.start), document.offsetAt(this.valueRange.end));
          this.value = _Property.getValue(value, escapeChar);
          this.range = vscode_languageserver_types_1.Range.create(this.nameRange.start, this.valueRange.end);
        } else {
          let argRange = arg.getRange();
          if (this.nameRange.start.line === argRange.start.line && this.nameRange.start.character === argRange.start.character && this.nameRange.end.line === argRange.end.line && this.nameRange.end.character === argRange.end.character) {
          } else {
            this.valueRange = _Property.getValueRange(document, arg);
            value = document.getText().substring(document.offsetAt(this.valueRange.start), document.offsetAt(this.valueRange.end));
            this.value = _Property.getValue(value, escapeChar);
            this.assignmentOperatorRange = vscode_languageserver_types_1.Range.create(this.nameRange.end, this.valueRange.start);
            this.assignmentOperator = "=";
          }
          this.range = argRange;
        }
      }
      getRange() {
        return this.range;
      }
      getName() {
        return this.name;
      }
      getNameRange() {
        return this.nameRange;
      }
      getValue() {
        return this.value;
      }
      getValueRange() {
        return this.valueRange;
      }
      /**
       * Retrieves the operator used for delimiting between the name and
       * value of this property. This will either be the "=" character
       * or null if a character was not used or if this property has no
       * value defined.
       */
      getAssignmentOperator() {
        return this.assignmentOperator;
      }
      getAssignmentOperatorRange() {
        return this.assignmentOperatorRange;
      }
      /**
       * Returns the value of this property including any enclosing
       * single or double quotes and relevant escape characters.
       * Escaped newlines and its associated contiguous whitespace
       * characters however will not be returned as they are deemed to
       * be uninteresting to clients trying to return a Dockerfile.
       *
       * @return the unescaped value of this property or null if this
       *         property has no associated value
       */
      getUnescapedValue() {
        if (this.valueRange === null) {
          return null;
        }
        let escaped = false;
        let rawValue = "";
        let value = this.document.getText().substring(this.document.offsetAt(this.valueRange.start), this.document.offsetAt(this.valueRange.end));
        rawLoop: for (let i = 0; i < value.length; i++) {
          let char = value.charAt(i);
          switch (char) {
            case this.escapeChar:
              for (let j = i + 1; j < value.length; j++) {
                switch (value.charAt(j)) {
                  case "\r":
                    j++;
                  case "\n":
                    escaped = true;
                    i = j;
                    continue rawLoop;
                  case " ":
                  case "	":
                    break;
                  default:
                    rawValue = rawValue + char;
                    continue rawLoop;
                }
              }
              rawValue = rawValue + char;
              break;
            case "\r":
            case "\n":
              break;
            case " ":
            case "	":
              if (!escaped) {
                rawValue = rawValue + char;
              }
              break;
            case "#":
              if (escaped) {
                for (let j = i + 1; j < value.length; j++) {
                  switch (value.charAt(j)) {
                    case "\r":
                      j++;
                    case "\n":
                      i = j;
                      continue rawLoop;
                  }
                }
              } else {
                rawValue = rawValue + char;
              }
              break;
            default:
              rawValue = rawValue + char;
              escaped = false;
              break;
          }
        }
        return rawValue;
      }
      static getNameRange(document, arg) {
        let value = arg.getValue();
        let index = value.indexOf("=");
        if (index !== -1) {
          let initial = value.charAt(0);
          let before2 = value.charAt(index - 1);
          if (initial === '"' && before2 === '"' || initial === "'" && before2 === "'" || initial !== '"' && initial !== "'") {
            return vscode_languageserver_types_1.Range.create(arg.getRange().start, document.positionAt(document.offsetAt(arg.getRange().start) + index));
          }
        }
        return arg.getRange();
      }
      static getValueRange(document, arg) {
        return vscode_languageserver_types_1.Range.create(document.positionAt(document.offsetAt(arg.getRange().start) + arg.getValue().indexOf("=") + 1), document.positionAt(document.offsetAt(arg.getRange().end)));
      }
      /**
       * Returns the actual value of this key-value pair. The value will
       * have its escape characters removed if applicable. If the value
       * spans multiple lines and there are comments nested within the
       * lines, they too will be removed.
       *
       * @return the value that this key-value pair will actually be, may
       *         be null if no value is defined, may be the empty string
       *         if the value only consists of whitespace
       */
      static getValue(value, escapeChar) {
        let escaped = false;
        const skip = util_1.Util.findLeadingNonWhitespace(value, escapeChar);
        if (skip !== 0 && value.charAt(skip) === "#") {
          escaped = true;
        }
        value = value.substring(skip);
        let first = value.charAt(0);
        let last = value.charAt(value.length - 1);
        let literal = first === "'" || first === '"';
        let inSingle = first === "'" && last === "'";
        let inDouble = false;
        if (first === '"') {
          for (let i = 1; i < value.length; i++) {
            if (value.charAt(i) === escapeChar) {
              i++;
            } else if (value.charAt(i) === '"' && i === value.length - 1) {
              inDouble = true;
            }
          }
        }
        if (inSingle || inDouble) {
          value = value.substring(1, value.length - 1);
        }
        let commentCheck = -1;
        let escapedValue = "";
        let start = 0;
        parseValue: for (let i = 0; i < value.length; i++) {
          let char = value.charAt(i);
          switch (char) {
            case escapeChar:
              if (i + 1 === value.length) {
                escapedValue = escapedValue + escapeChar;
                break parseValue;
              }
              char = value.charAt(i + 1);
              if (char === " " || char === "	") {
                whitespaceCheck: for (let j = i + 2; j < value.length; j++) {
                  let char2 = value.charAt(j);
                  switch (char2) {
                    case " ":
                    case "	":
                      break;
                    case "\r":
                      j++;
                    case "\n":
                      escaped = true;
                      i = j;
                      continue parseValue;
                    default:
                      if (!inDouble && !inSingle && !literal) {
                        if (char2 === escapeChar) {
                          escapedValue = escapedValue + char;
                          i = i + 1;
                        } else {
                          escapedValue = escapedValue + char + char2;
                          i = j;
                        }
                        continue parseValue;
                      }
                      break whitespaceCheck;
                  }
                }
              }
              if (inDouble) {
                if (char === "\r") {
                  escaped = true;
                  i = i + 2;
                } else if (char === "\n") {
                  escaped = true;
                  i++;
                } else if (char !== '"') {
                  if (char === escapeChar) {
                    i++;
                  }
                  escapedValue = escapedValue + escapeChar;
                }
                continue parseValue;
              } else if (inSingle || literal) {
                if (char === "\r") {
                  escaped = true;
                  i = i + 2;
                } else if (char === "\n") {
                  escaped = true;
                  i++;
                } else {
                  escapedValue = escapedValue + escapeChar;
                }
                continue parseValue;
              } else if (char === escapeChar) {
                escapedValue = escapedValue + escapeChar;
                i++;
              } else if (char === "\r") {
                escaped = true;
                i = i + 2;
              } else if (char === "\n") {
                escaped = true;
                i++;
                start = i;
              } else {
                escapedValue = escapedValue + char;
                i++;
              }
              break;
            case " ":
            case "	":
              if (escaped && commentCheck === -1) {
                commentCheck = i;
              }
              escapedValue = escapedValue + char;
              break;
            case "\r":
              i++;
            case "\n":
              if (escaped && commentCheck !== -1) {
                escapedValue = escapedValue.substring(0, escapedValue.length - (i - commentCheck - 1));
                commentCheck = -1;
              }
              break;
            case "#":
              if (escaped) {
                if (commentCheck !== -1) {
                  escapedValue = escapedValue.substring(0, escapedValue.length - (i - commentCheck));
                  commentCheck = -1;
                }
                newlineCheck: for (let j = i + 1; j < value.length; j++) {
                  switch (value.charAt(j)) {
                    case "\r":
                      j++;
                    case "\n":
                      i = j;
                      break newlineCheck;
                  }
                }
                continue parseValue;
              }
            default:
              if (escaped) {
                escaped = false;
                commentCheck = -1;
              }
              escapedValue = escapedValue + char;
              break;
          }
        }
        return escapedValue;
      }
    };
    exports.Property = Property;
  }
});

// node_modules/dockerfile-ast/lib/propertyInstruction.js
var require_propertyInstruction = __commonJS({
  "node_modules/dockerfile-ast/lib/propertyInstruction.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.PropertyInstruction = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var instruction_1 = require_instruction();
    var property_1 = require_property();
    var argument_1 = require_argument();
    var util_1 = require_util();
    var PropertyInstruction = class extends instruction_1.Instruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
        this.properties = void 0;
      }
      getProperties() {
        if (this.properties === void 0) {
          let args = this.getPropertyArguments();
          if (args.length === 0) {
            this.properties = [];
          } else if (args.length === 1) {
            this.properties = [new property_1.Property(this.document, this.escapeChar, args[0])];
          } else if (args.length === 2) {
            if (args[0].getValue().indexOf("=") === -1) {
              this.properties = [new property_1.Property(this.document, this.escapeChar, args[0], args[1])];
            } else {
              this.properties = [
                new property_1.Property(this.document, this.escapeChar, args[0]),
                new property_1.Property(this.document, this.escapeChar, args[1])
              ];
            }
          } else if (args[0].getValue().indexOf("=") === -1) {
            let text2 = this.document.getText();
            let start = args[1].getRange().start;
            let end = args[args.length - 1].getRange().end;
            text2 = text2.substring(this.document.offsetAt(start), this.document.offsetAt(end));
            this.properties = [new property_1.Property(this.document, this.escapeChar, args[0], new argument_1.Argument(text2, vscode_languageserver_types_1.Range.create(args[1].getRange().start, args[args.length - 1].getRange().end)))];
          } else {
            this.properties = [];
            for (let i = 0; i < args.length; i++) {
              this.properties.push(new property_1.Property(this.document, this.escapeChar, args[i]));
            }
          }
        }
        return this.properties;
      }
      /**
       * Goes from the back of the string and returns the first
       * non-whitespace character that is found. If an escape character
       * is found with newline characters, the escape character will
       * not be considered a non-whitespace character and its index in
       * the string will not be returned.
       *
       * @param content the string to search through
       * @return the index in the string for the first non-whitespace
       *         character when searching from the end of the string
       */
      findTrailingNonWhitespace(content) {
        let index = content.length;
        whitespaceCheck: for (let i = content.length - 1; i >= 0; i--) {
          switch (content.charAt(i)) {
            case " ":
            case "	":
              continue;
            case "\n":
              if (content.charAt(i - 1) === "\r") {
                i = i - 1;
              }
            case "\r":
              newlineCheck: for (let j = i - 1; j >= 0; j--) {
                switch (content.charAt(j)) {
                  case " ":
                  case "	":
                  case "\r":
                  case "\n":
                  case this.escapeChar:
                    continue;
                  default:
                    index = j;
                    break newlineCheck;
                }
              }
              break whitespaceCheck;
            default:
              index = i;
              break whitespaceCheck;
          }
        }
        return index;
      }
      getPropertyArguments() {
        const args = [];
        let range = this.getInstructionRange();
        let instructionNameEndOffset = this.document.offsetAt(range.end);
        let extra = instructionNameEndOffset - this.document.offsetAt(range.start);
        let content = this.getTextContent();
        let fullArgs = content.substring(extra);
        let start = util_1.Util.findLeadingNonWhitespace(fullArgs, this.escapeChar);
        if (start === -1) {
          return [];
        }
        const startPosition = this.document.positionAt(instructionNameEndOffset + start);
        let escaped = range.start.line !== startPosition.line;
        let endingEscape = false;
        let mark = -1;
        let end = this.findTrailingNonWhitespace(fullArgs);
        content = fullArgs.substring(start, end + 1);
        let argStart = escaped ? -1 : 0;
        let spaced = false;
        argumentLoop: for (let i = 0; i < content.length; i++) {
          let char = content.charAt(i);
          switch (char) {
            case this.escapeChar:
              if (i + 1 === content.length) {
                endingEscape = true;
                break argumentLoop;
              }
              if (!escaped) {
                mark = i;
              }
              switch (content.charAt(i + 1)) {
                case " ":
                case "	":
                  if (!util_1.Util.isWhitespace(content.charAt(i + 2))) {
                    i = i + 1;
                    continue argumentLoop;
                  }
                  whitespaceCheck: for (let j = i + 2; j < content.length; j++) {
                    switch (content.charAt(j)) {
                      case "\r":
                        j++;
                      case "\n":
                        escaped = true;
                        i = j;
                        continue argumentLoop;
                      case " ":
                      case "	":
                        break;
                      default:
                        args.push(new argument_1.Argument(content.substring(argStart, i), vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start + argStart), this.document.positionAt(instructionNameEndOffset + start + i + 2))));
                        argStart = j;
                        break whitespaceCheck;
                    }
                  }
                  i = argStart - 1;
                  continue argumentLoop;
                case "\r":
                  i++;
                case "\n":
                  escaped = true;
                  i = i + 1;
                  continue argumentLoop;
                case this.escapeChar:
                  if (argStart === -1) {
                    argStart = i;
                  }
                  i = i + 1;
                  continue argumentLoop;
                default:
                  if (argStart === -1) {
                    argStart = i;
                  }
                  continue argumentLoop;
              }
            case "'":
            case '"':
              if (spaced) {
                this.createSpacedArgument(argStart, args, content, mark, instructionNameEndOffset, start);
                argStart = i;
                spaced = false;
              }
              if (argStart === -1) {
                argStart = i;
              }
              for (let j = i + 1; j < content.length; j++) {
                switch (content.charAt(j)) {
                  case char:
                    if (content.charAt(j + 1) !== " " && content.charAt(j + 1) !== "") {
                      i = j;
                      continue argumentLoop;
                    }
                    args.push(new argument_1.Argument(content.substring(argStart, j + 1), vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start + argStart), this.document.positionAt(instructionNameEndOffset + start + j + 1))));
                    i = j;
                    argStart = -1;
                    continue argumentLoop;
                  case this.escapeChar:
                    j++;
                    break;
                }
              }
              break argumentLoop;
            case " ":
            case "	":
              if (escaped) {
                if (argStart !== -1) {
                  spaced = true;
                }
              } else if (argStart !== -1) {
                args.push(new argument_1.Argument(content.substring(argStart, i), vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start + argStart), this.document.positionAt(instructionNameEndOffset + start + i))));
                argStart = -1;
              }
              break;
            case "\r":
              i++;
            case "\n":
              spaced = false;
              break;
            case "#":
              if (escaped) {
                for (let j = i + 1; j < content.length; j++) {
                  switch (content.charAt(j)) {
                    case "\r":
                      j++;
                    case "\n":
                      i = j;
                      spaced = false;
                      continue argumentLoop;
                  }
                }
                if (argStart !== -1) {
                  let value = content.substring(argStart, mark);
                  args.push(new argument_1.Argument(value, vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start + argStart), this.document.positionAt(instructionNameEndOffset + start + mark))));
                  argStart = -1;
                }
                break argumentLoop;
              } else if (argStart === -1) {
                argStart = i;
              }
              break;
            default:
              if (spaced) {
                this.createSpacedArgument(argStart, args, content, mark, instructionNameEndOffset, start);
                argStart = i;
                spaced = false;
              }
              escaped = false;
              if (argStart === -1) {
                argStart = i;
              }
              if (char === "$" && content.charAt(i + 1) === "{") {
                let singleQuotes = false;
                let doubleQuotes = false;
                let escaped2 = false;
                for (let j = i + 1; j < content.length; j++) {
                  switch (content.charAt(j)) {
                    case this.escapeChar:
                      escaped2 = true;
                      break;
                    case "\r":
                    case "\n":
                      break;
                    case "'":
                      singleQuotes = !singleQuotes;
                      escaped2 = false;
                      break;
                    case '"':
                      doubleQuotes = !doubleQuotes;
                      escaped2 = false;
                      break;
                    case " ":
                    case "	":
                      if (escaped2 || singleQuotes || doubleQuotes) {
                        break;
                      }
                      i = j - 1;
                      continue argumentLoop;
                    case "}":
                      i = j;
                      continue argumentLoop;
                    default:
                      escaped2 = false;
                      break;
                  }
                }
                break argumentLoop;
              }
              break;
          }
        }
        if (argStart !== -1 && argStart !== content.length) {
          let end2 = endingEscape ? content.length - 1 : content.length;
          let value = content.substring(argStart, end2);
          args.push(new argument_1.Argument(value, vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start + argStart), this.document.positionAt(instructionNameEndOffset + start + end2))));
        }
        return args;
      }
      createSpacedArgument(argStart, args, content, mark, instructionNameEndOffset, start) {
        if (argStart !== -1) {
          args.push(new argument_1.Argument(content.substring(argStart, mark), vscode_languageserver_types_1.Range.create(this.document.positionAt(instructionNameEndOffset + start + argStart), this.document.positionAt(instructionNameEndOffset + start + mark))));
        }
      }
    };
    exports.PropertyInstruction = PropertyInstruction;
  }
});

// node_modules/dockerfile-ast/lib/instructions/arg.js
var require_arg = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/arg.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Arg = void 0;
    var property_1 = require_property();
    var propertyInstruction_1 = require_propertyInstruction();
    var Arg = class extends propertyInstruction_1.PropertyInstruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
        this.property = null;
        const args = this.getPropertyArguments();
        if (args.length === 1) {
          this.property = new property_1.Property(this.document, this.escapeChar, args[0]);
        } else {
          this.property = null;
        }
      }
      /**
       * Returns the variable defined by this ARG. This may be null if
       * this ARG instruction is malformed and has no variable
       * declaration.
       */
      getProperty() {
        return this.property;
      }
    };
    exports.Arg = Arg;
  }
});

// node_modules/dockerfile-ast/lib/instructions/cmd.js
var require_cmd = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/cmd.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Cmd = void 0;
    var jsonInstruction_1 = require_jsonInstruction();
    var Cmd = class extends jsonInstruction_1.JSONInstruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
    };
    exports.Cmd = Cmd;
  }
});

// node_modules/dockerfile-ast/lib/instructions/copy.js
var require_copy = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/copy.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Copy = void 0;
    var jsonInstruction_1 = require_jsonInstruction();
    var Copy = class extends jsonInstruction_1.JSONInstruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
      stopSearchingForFlags(argument) {
        return argument.indexOf("--") === -1;
      }
      getFromFlag() {
        let flags = super.getFlags();
        return flags.length === 1 && flags[0].getName() === "from" ? flags[0] : null;
      }
      /**
       * Returns there here-documents that are defined in this RUN
       * instruction.
       *
       * This API is experimental and subject to change.
       */
      getHeredocs() {
        return super.getHeredocs();
      }
    };
    exports.Copy = Copy;
  }
});

// node_modules/dockerfile-ast/lib/instructions/env.js
var require_env = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/env.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Env = void 0;
    var propertyInstruction_1 = require_propertyInstruction();
    var Env = class extends propertyInstruction_1.PropertyInstruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
      getProperties() {
        return super.getProperties();
      }
    };
    exports.Env = Env;
  }
});

// node_modules/dockerfile-ast/lib/instructions/entrypoint.js
var require_entrypoint = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/entrypoint.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Entrypoint = void 0;
    var jsonInstruction_1 = require_jsonInstruction();
    var Entrypoint = class extends jsonInstruction_1.JSONInstruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
    };
    exports.Entrypoint = Entrypoint;
  }
});

// node_modules/dockerfile-ast/lib/instructions/from.js
var require_from = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/from.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.From = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var modifiableInstruction_1 = require_modifiableInstruction();
    var From = class extends modifiableInstruction_1.ModifiableInstruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
      stopSearchingForFlags(argument) {
        return argument.indexOf("--") === -1;
      }
      getImage() {
        const args = this.getArguments();
        return args.length > 0 ? args[0].getValue() : null;
      }
      /**
       * Returns the name of the image that will be used as the base image.
       *
       * @return the base image's name, or null if unspecified
       */
      getImageName() {
        const imageName = this.getRangeContent(this.getImageNameRange());
        if (imageName === null) {
          return null;
        }
        let commented = false;
        let escaped = false;
        let name = "";
        for (let i = 0; i < imageName.length; i++) {
          const ch = imageName.charAt(i);
          switch (ch) {
            case this.escapeChar:
              escaped = true;
              break;
            case "\r":
              continue;
            case "\n":
              commented = false;
              break;
            case " ":
            case "	":
              break;
            case "#":
              if (escaped) {
                commented = true;
              } else {
                name = name + ch;
                escaped = false;
              }
              break;
            default:
              if (!commented) {
                name = name + ch;
                escaped = false;
              }
              break;
          }
        }
        return name;
      }
      /**
       * Returns the range that covers the name of the image used by
       * this instruction.
       *
       * @return the range of the name of this instruction's argument,
       *         or null if no image has been specified
       */
      getImageNameRange() {
        let range = this.getImageRange();
        if (range) {
          let registryRange = this.getRegistryRange();
          if (registryRange) {
            range.start = this.document.positionAt(this.document.offsetAt(registryRange.end) + 1);
          }
          let tagRange = this.getImageTagRange();
          let digestRange = this.getImageDigestRange();
          if (tagRange === null) {
            if (digestRange !== null) {
              range.end = this.document.positionAt(this.document.offsetAt(digestRange.start) - 1);
            }
          } else {
            range.end = this.document.positionAt(this.document.offsetAt(tagRange.start) - 1);
          }
          return range;
        }
        return null;
      }
      /**
       * Returns the range that covers the image argument of this
       * instruction. This includes the tag or digest of the image if
       * it has been specified by the instruction.
       *
       * @return the range of the image argument, or null if no image
       *         has been specified
       */
      getImageRange() {
        let args = this.getArguments();
        return args.length !== 0 ? args[0].getRange() : null;
      }
      getImageTag() {
        return this.getRangeContent(this.getImageTagRange());
      }
      /**
       * Returns the range in the document that the tag of the base
       * image encompasses.
       *
       * @return the base image's tag's range in the document, or null
       *         if no tag has been specified
       */
      getImageTagRange() {
        const range = this.getImageRange();
        if (range) {
          const rangeStartOffset = this.document.offsetAt(range.start);
          const content = this.getRangeContent(range);
          const atIndex = this.indexOf(rangeStartOffset, content, "@");
          const slashIndex = content.indexOf("/");
          if (atIndex === -1) {
            const colonIndex = this.lastIndexOf(rangeStartOffset, content, ":");
            if (colonIndex > slashIndex) {
              return vscode_languageserver_types_1.Range.create(this.document.positionAt(rangeStartOffset + colonIndex + 1), range.end);
            }
          }
          const subcontent = content.substring(0, atIndex);
          const subcolonIndex = subcontent.indexOf(":");
          if (subcolonIndex === -1) {
            return null;
          }
          if (slashIndex === -1) {
            return vscode_languageserver_types_1.Range.create(this.document.positionAt(rangeStartOffset + subcolonIndex + 1), this.document.positionAt(rangeStartOffset + atIndex));
          }
          if (subcolonIndex < slashIndex) {
            return null;
          }
          return vscode_languageserver_types_1.Range.create(this.document.positionAt(rangeStartOffset + subcolonIndex + 1), this.document.positionAt(rangeStartOffset + subcontent.length));
        }
        return null;
      }
      getImageDigest() {
        return this.getRangeContent(this.getImageDigestRange());
      }
      /**
       * Returns the range in the document that the digest of the base
       * image encompasses.
       *
       * @return the base image's digest's range in the document, or null
       *         if no digest has been specified
       */
      getImageDigestRange() {
        let range = this.getImageRange();
        if (range) {
          let content = this.getRangeContent(range);
          let index = this.lastIndexOf(this.document.offsetAt(range.start), content, "@");
          if (index !== -1) {
            return vscode_languageserver_types_1.Range.create(range.start.line, range.start.character + index + 1, range.end.line, range.end.character);
          }
        }
        return null;
      }
      indexOf(documentOffset, content, searchString) {
        let index = content.indexOf(searchString);
        const variables2 = this.getVariables();
        for (let i = 0; i < variables2.length; i++) {
          const position = documentOffset + index;
          const variableRange = variables2[i].getRange();
          if (this.document.offsetAt(variableRange.start) < position && position < this.document.offsetAt(variableRange.end)) {
            const offset = this.document.offsetAt(variableRange.end) - documentOffset;
            const substring = content.substring(offset);
            const subIndex = substring.indexOf(searchString);
            if (subIndex === -1) {
              return -1;
            }
            index = subIndex + offset;
            i = -1;
            continue;
          }
        }
        return index;
      }
      lastIndexOf(documentOffset, content, searchString) {
        let index = content.lastIndexOf(searchString);
        const variables2 = this.getVariables();
        for (let i = 0; i < variables2.length; i++) {
          const position = documentOffset + index;
          const variableRange = variables2[i].getRange();
          if (this.document.offsetAt(variableRange.start) < position && position < this.document.offsetAt(variableRange.end)) {
            index = content.substring(0, index).lastIndexOf(searchString);
            if (index === -1) {
              return -1;
            }
            i = -1;
            continue;
          }
        }
        return index;
      }
      getRegistry() {
        return this.getRangeContent(this.getRegistryRange());
      }
      getRegistryRange() {
        const range = this.getImageRange();
        if (range) {
          const tagRange = this.getImageTagRange();
          const digestRange = this.getImageDigestRange();
          if (tagRange === null) {
            if (digestRange !== null) {
              range.end = this.document.positionAt(this.document.offsetAt(digestRange.start) - 1);
            }
          } else {
            range.end = this.document.positionAt(this.document.offsetAt(tagRange.start) - 1);
          }
          const content = this.getRangeContent(range);
          const rangeStart = this.document.offsetAt(range.start);
          const startingSlashIndex = this.indexOf(rangeStart, content, "/");
          if (startingSlashIndex === -1) {
            return null;
          }
          const portIndex = this.indexOf(rangeStart, content, ":");
          const dotIndex = this.indexOf(rangeStart, content, ".");
          if (portIndex !== -1 || dotIndex !== -1) {
            return vscode_languageserver_types_1.Range.create(range.start, this.document.positionAt(rangeStart + startingSlashIndex));
          }
          const registry = content.substring(0, startingSlashIndex);
          if (registry === "localhost") {
            return vscode_languageserver_types_1.Range.create(range.start, this.document.positionAt(rangeStart + startingSlashIndex));
          }
        }
        return null;
      }
      getBuildStage() {
        let range = this.getBuildStageRange();
        return range === null ? null : this.getRangeContent(range);
      }
      getBuildStageRange() {
        let args = this.getArguments();
        if (args.length > 2 && args[1].getValue().toUpperCase() === "AS") {
          return args[2].getRange();
        }
        return null;
      }
      getPlatformFlag() {
        let flags = super.getFlags();
        return flags.length === 1 && flags[0].getName() === "platform" ? flags[0] : null;
      }
    };
    exports.From = From;
  }
});

// node_modules/dockerfile-ast/lib/instructions/healthcheck.js
var require_healthcheck = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/healthcheck.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Healthcheck = void 0;
    var modifiableInstruction_1 = require_modifiableInstruction();
    var Healthcheck = class extends modifiableInstruction_1.ModifiableInstruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
      stopSearchingForFlags(argument) {
        argument = argument.toUpperCase();
        return argument === "CMD" || argument === "NONE";
      }
      getSubcommand() {
        let args = this.getArguments();
        return args.length !== 0 ? args[0] : null;
      }
    };
    exports.Healthcheck = Healthcheck;
  }
});

// node_modules/dockerfile-ast/lib/instructions/label.js
var require_label = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/label.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Label = void 0;
    var propertyInstruction_1 = require_propertyInstruction();
    var util_1 = require_util();
    var Label = class extends propertyInstruction_1.PropertyInstruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
      getVariables() {
        const variables2 = super.getVariables();
        const properties = this.getProperties();
        for (const property of properties) {
          const value = property.getUnescapedValue();
          if (value !== null && value.length > 2 && value.charAt(0) === "'" && value.charAt(value.length - 1) === "'") {
            const range = property.getValueRange();
            for (let i = 0; i < variables2.length; i++) {
              if (util_1.Util.isInsideRange(variables2[i].getRange().start, range)) {
                variables2.splice(i, 1);
                i--;
              }
            }
          }
        }
        return variables2;
      }
      getProperties() {
        return super.getProperties();
      }
    };
    exports.Label = Label;
  }
});

// node_modules/dockerfile-ast/lib/instructions/onbuild.js
var require_onbuild = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/onbuild.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Onbuild = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var parser_1 = require_parser();
    var instruction_1 = require_instruction();
    var Onbuild = class extends instruction_1.Instruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
      getTrigger() {
        let trigger = this.getTriggerWord();
        return trigger === null ? null : trigger.toUpperCase();
      }
      getTriggerWord() {
        return this.getRangeContent(this.getTriggerRange());
      }
      getTriggerRange() {
        let args = this.getArguments();
        return args.length > 0 ? args[0].getRange() : null;
      }
      getTriggerInstruction() {
        let triggerRange = this.getTriggerRange();
        if (triggerRange === null) {
          return null;
        }
        let args = this.getArguments();
        return parser_1.Parser.createInstruction(this.document, this.dockerfile, this.escapeChar, vscode_languageserver_types_1.Range.create(args[0].getRange().start, this.getRange().end), this.getTriggerWord(), triggerRange);
      }
    };
    exports.Onbuild = Onbuild;
  }
});

// node_modules/dockerfile-ast/lib/instructions/run.js
var require_run = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/run.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Run = void 0;
    var jsonInstruction_1 = require_jsonInstruction();
    var Run = class extends jsonInstruction_1.JSONInstruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
      stopSearchingForFlags(argument) {
        return argument.indexOf("--") === -1;
      }
      /**
       * Returns there here-documents that are defined in this RUN
       * instruction.
       *
       * This API is experimental and subject to change.
       */
      getHeredocs() {
        return super.getHeredocs();
      }
    };
    exports.Run = Run;
  }
});

// node_modules/dockerfile-ast/lib/instructions/shell.js
var require_shell = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/shell.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Shell = void 0;
    var jsonInstruction_1 = require_jsonInstruction();
    var Shell = class extends jsonInstruction_1.JSONInstruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
    };
    exports.Shell = Shell;
  }
});

// node_modules/dockerfile-ast/lib/instructions/stopsignal.js
var require_stopsignal = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/stopsignal.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Stopsignal = void 0;
    var instruction_1 = require_instruction();
    var Stopsignal = class extends instruction_1.Instruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
    };
    exports.Stopsignal = Stopsignal;
  }
});

// node_modules/dockerfile-ast/lib/instructions/workdir.js
var require_workdir = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/workdir.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Workdir = void 0;
    var instruction_1 = require_instruction();
    var Workdir = class extends instruction_1.Instruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
      /**
       * Returns the path that has been defined. Note that this path may
       * be absolute or relative depending on what was written in the
       * instruction.
       *
       * @return the working directory's path, or null if this
       *         instruction has no arguments
       */
      getPath() {
        return this.getArgumentsContent();
      }
      /**
       * Returns the absolute path that this instruction resolves to. The
       * function will inspect prior WORKDIR instructions in the current
       * image or another build stage in the Dockerfile to try to
       * determine this.
       *
       * @return the absolute path of the working directory, or null if
       *         this instruction has no arguments, or undefined if it
       *         cannot be determined because only relative paths could be
       *         found
       */
      getAbsolutePath() {
        const path = this.getPath();
        if (path === null || path.startsWith("/")) {
          return path;
        }
        const startLine = this.getRange().start.line;
        const hierarchy = this.dockerfile.getStageHierarchy(startLine);
        for (let i = hierarchy.length - 1; i >= 0; i--) {
          const workdirs = hierarchy[i].getWORKDIRs();
          for (let j = workdirs.length - 1; j >= 0; j--) {
            if (workdirs[j].getRange().start.line < startLine) {
              const parent = workdirs[j].getAbsolutePath();
              if (parent === void 0 || parent === null) {
                return void 0;
              }
              return parent.endsWith("/") ? parent + path : parent + "/" + path;
            }
          }
        }
        return void 0;
      }
    };
    exports.Workdir = Workdir;
  }
});

// node_modules/dockerfile-ast/lib/instructions/user.js
var require_user = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/user.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.User = void 0;
    var instruction_1 = require_instruction();
    var User = class extends instruction_1.Instruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
    };
    exports.User = User;
  }
});

// node_modules/dockerfile-ast/lib/instructions/volume.js
var require_volume = __commonJS({
  "node_modules/dockerfile-ast/lib/instructions/volume.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Volume = void 0;
    var jsonInstruction_1 = require_jsonInstruction();
    var Volume = class extends jsonInstruction_1.JSONInstruction {
      constructor(document, range, dockerfile, escapeChar, instruction, instructionRange) {
        super(document, range, dockerfile, escapeChar, instruction, instructionRange);
      }
    };
    exports.Volume = Volume;
  }
});

// node_modules/dockerfile-ast/lib/imageTemplate.js
var require_imageTemplate = __commonJS({
  "node_modules/dockerfile-ast/lib/imageTemplate.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.ImageTemplate = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var arg_1 = require_arg();
    var cmd_1 = require_cmd();
    var copy_1 = require_copy();
    var env_1 = require_env();
    var entrypoint_1 = require_entrypoint();
    var from_1 = require_from();
    var healthcheck_1 = require_healthcheck();
    var onbuild_1 = require_onbuild();
    var util_1 = require_util();
    var workdir_1 = require_workdir();
    var ImageTemplate = class {
      constructor() {
        this.comments = [];
        this.instructions = [];
      }
      addComment(comment) {
        this.comments.push(comment);
      }
      getComments() {
        return this.comments;
      }
      addInstruction(instruction) {
        this.instructions.push(instruction);
      }
      getInstructions() {
        return this.instructions;
      }
      getInstructionAt(line) {
        for (let instruction of this.instructions) {
          if (util_1.Util.isInsideRange(vscode_languageserver_types_1.Position.create(line, 0), instruction.getRange())) {
            return instruction;
          }
        }
        return null;
      }
      /**
       * Gets all the ARG instructions that are defined in this image.
       */
      getARGs() {
        let args = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof arg_1.Arg) {
            args.push(instruction);
          }
        }
        return args;
      }
      /**
       * Gets all the CMD instructions that are defined in this image.
       */
      getCMDs() {
        let cmds = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof cmd_1.Cmd) {
            cmds.push(instruction);
          }
        }
        return cmds;
      }
      /**
       * Gets all the COPY instructions that are defined in this image.
       */
      getCOPYs() {
        let copies = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof copy_1.Copy) {
            copies.push(instruction);
          }
        }
        return copies;
      }
      /**
       * Gets all the ENTRYPOINT instructions that are defined in this image.
       */
      getENTRYPOINTs() {
        let froms = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof entrypoint_1.Entrypoint) {
            froms.push(instruction);
          }
        }
        return froms;
      }
      /**
       * Gets all the ENV instructions that are defined in this image.
       */
      getENVs() {
        let args = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof env_1.Env) {
            args.push(instruction);
          }
        }
        return args;
      }
      getFROM() {
        for (const instruction of this.instructions) {
          if (instruction instanceof from_1.From) {
            return instruction;
          }
        }
        return null;
      }
      /**
       * Gets all the FROM instructions that are defined in this image.
       */
      getFROMs() {
        let froms = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof from_1.From) {
            froms.push(instruction);
          }
        }
        return froms;
      }
      /**
       * Gets all the HEALTHCHECK instructions that are defined in this image.
       */
      getHEALTHCHECKs() {
        let froms = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof healthcheck_1.Healthcheck) {
            froms.push(instruction);
          }
        }
        return froms;
      }
      getWORKDIRs() {
        const workdirs = [];
        for (const instruction of this.instructions) {
          if (instruction instanceof workdir_1.Workdir) {
            workdirs.push(instruction);
          }
        }
        return workdirs;
      }
      getOnbuildTriggers() {
        let triggers = [];
        for (let instruction of this.instructions) {
          if (instruction instanceof onbuild_1.Onbuild) {
            let trigger = instruction.getTriggerInstruction();
            if (trigger) {
              triggers.push(trigger);
            }
          }
        }
        return triggers;
      }
      getAvailableVariables(currentLine) {
        const variables2 = [];
        for (const arg of this.getARGs()) {
          if (arg.isBefore(currentLine)) {
            const property = arg.getProperty();
            if (property) {
              const variable = property.getName();
              if (variables2.indexOf(variable) === -1) {
                variables2.push(variable);
              }
            }
          }
        }
        for (const env2 of this.getENVs()) {
          if (env2.isBefore(currentLine)) {
            for (const property of env2.getProperties()) {
              const variable = property.getName();
              if (variables2.indexOf(variable) === -1) {
                variables2.push(variable);
              }
            }
          }
        }
        return variables2;
      }
      /**
       * Resolves a variable with the given name at the specified line
       * to its value. If null is returned, then the variable has been
       * defined but no value was given. If undefined is returned, then
       * a variable with the given name has not been defined yet as of
       * the given line.
       *
       * @param variable the name of the variable to resolve
       * @param line the line number that the variable is on, zero-based
       * @return the value of the variable as defined by an ARG or ENV
       *         instruction, or null if no value has been specified, or
       *         undefined if a variable with the given name has not
       *         been defined
       */
      resolveVariable(variable, line) {
        let envs = this.getENVs();
        for (let i = envs.length - 1; i >= 0; i--) {
          if (envs[i].isBefore(line)) {
            for (let property of envs[i].getProperties()) {
              if (property.getName() === variable) {
                return property.getValue();
              }
            }
          }
        }
        let args = this.getARGs();
        for (let i = args.length - 1; i >= 0; i--) {
          if (args[i].isBefore(line)) {
            let property = args[i].getProperty();
            if (property && property.getName() === variable) {
              return property.getValue();
            }
          }
        }
        return void 0;
      }
      getRange() {
        const instructions = this.getInstructions();
        if (instructions.length === 0) {
          return vscode_languageserver_types_1.Range.create(0, 0, 0, 0);
        }
        const instructionStart = instructions[0].getRange().start;
        const instructionEnd = instructions[instructions.length - 1].getRange().end;
        return vscode_languageserver_types_1.Range.create(instructionStart, instructionEnd);
      }
      contains(position) {
        const range = this.getRange();
        if (range === null) {
          return false;
        }
        return util_1.Util.isInsideRange(position, range);
      }
    };
    exports.ImageTemplate = ImageTemplate;
  }
});

// node_modules/dockerfile-ast/lib/dockerfile.js
var require_dockerfile = __commonJS({
  "node_modules/dockerfile-ast/lib/dockerfile.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Dockerfile = void 0;
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var ast = require_main();
    var imageTemplate_1 = require_imageTemplate();
    var from_1 = require_from();
    var util_1 = require_util();
    var main_1 = require_main();
    var Dockerfile = class extends imageTemplate_1.ImageTemplate {
      constructor(document) {
        super();
        this.initialInstructions = new imageTemplate_1.ImageTemplate();
        this.buildStages = [];
        this.directives = [];
        this.foundFrom = false;
        this.document = document;
      }
      getEscapeCharacter() {
        for (const directive of this.directives) {
          if (directive.getDirective() === ast.Directive.escape) {
            const value = directive.getValue();
            if (value === "\\" || value === "`") {
              return value;
            }
          }
        }
        return "\\";
      }
      getInitialARGs() {
        return this.initialInstructions.getARGs();
      }
      getContainingImage(position) {
        let range = vscode_languageserver_types_1.Range.create(vscode_languageserver_types_1.Position.create(0, 0), this.document.positionAt(this.document.getText().length));
        if (!util_1.Util.isInsideRange(position, range)) {
          return null;
        }
        if (this.initialInstructions.getComments().length > 0 || this.initialInstructions.getInstructions().length > 0) {
          if (util_1.Util.isInsideRange(position, this.initialInstructions.getRange())) {
            return this.initialInstructions;
          }
        }
        for (const buildStage of this.buildStages) {
          if (util_1.Util.isInsideRange(position, buildStage.getRange())) {
            return buildStage;
          }
        }
        return this;
      }
      addInstruction(instruction) {
        if (instruction.getKeyword() === main_1.Keyword.FROM) {
          this.currentBuildStage = new imageTemplate_1.ImageTemplate();
          this.buildStages.push(this.currentBuildStage);
          this.foundFrom = true;
        } else if (!this.foundFrom) {
          this.initialInstructions.addInstruction(instruction);
        }
        if (this.foundFrom) {
          this.currentBuildStage.addInstruction(instruction);
        }
        super.addInstruction(instruction);
      }
      setDirectives(directives) {
        this.directives = directives;
      }
      getDirective() {
        return this.directives.length === 0 ? null : this.directives[0];
      }
      getDirectives() {
        return this.directives;
      }
      resolveVariable(variable, line) {
        for (let from of this.getFROMs()) {
          let range = from.getRange();
          if (range.start.line <= line && line <= range.end.line) {
            let initialARGs = new imageTemplate_1.ImageTemplate();
            for (let instruction of this.initialInstructions.getARGs()) {
              initialARGs.addInstruction(instruction);
            }
            return initialARGs.resolveVariable(variable, line);
          }
        }
        let image = this.getContainingImage(vscode_languageserver_types_1.Position.create(line, 0));
        if (image === null) {
          return void 0;
        }
        let resolvedVariable = image.resolveVariable(variable, line);
        if (resolvedVariable === null) {
          let initialARGs = new imageTemplate_1.ImageTemplate();
          for (let instruction of this.initialInstructions.getARGs()) {
            initialARGs.addInstruction(instruction);
          }
          return initialARGs.resolveVariable(variable, line);
        }
        return resolvedVariable;
      }
      getAvailableVariables(currentLine) {
        if (this.getInstructionAt(currentLine) instanceof from_1.From) {
          let variables2 = [];
          for (let arg of this.getInitialARGs()) {
            let property = arg.getProperty();
            if (property) {
              variables2.push(property.getName());
            }
          }
          return variables2;
        }
        let image = this.getContainingImage(vscode_languageserver_types_1.Position.create(currentLine, 0));
        return image ? image.getAvailableVariables(currentLine) : [];
      }
      getParentStage(image) {
        const templateFrom = image.getFROM();
        const imageName = templateFrom === null ? null : templateFrom.getImageName();
        if (imageName === null) {
          return null;
        }
        for (const from of this.getFROMs()) {
          if (from.getBuildStage() === imageName) {
            const range = from.getRange();
            if (range.start.line === templateFrom.getRange().start.line) {
              return null;
            }
            return this.getContainingImage(range.start);
          }
        }
        return null;
      }
      getStageHierarchy(line) {
        const image = this.getContainingImage(vscode_languageserver_types_1.Position.create(line, 0));
        if (image === null) {
          return [];
        }
        const stages = [image];
        let stage = this.getParentStage(image);
        while (stage !== null) {
          stages.splice(0, 0, stage);
          stage = this.getParentStage(stage);
        }
        return stages;
      }
      getAvailableWorkingDirectories(line) {
        const availableDirectories = /* @__PURE__ */ new Set();
        for (const image of this.getStageHierarchy(line)) {
          for (const workdir of image.getWORKDIRs()) {
            if (workdir.getRange().end.line < line) {
              let directory = workdir.getAbsolutePath();
              if (directory !== void 0 && directory !== null) {
                if (!directory.endsWith("/")) {
                  directory += "/";
                }
                availableDirectories.add(directory);
              }
            }
          }
        }
        return Array.from(availableDirectories);
      }
      /**
       * Internally reorganize the comments in the Dockerfile and allocate
       * them to the relevant build stages that they belong to.
       */
      organizeComments() {
        const comments = this.getComments();
        for (let i = 0; i < comments.length; i++) {
          if (util_1.Util.isInsideRange(comments[i].getRange().end, this.initialInstructions.getRange())) {
            this.initialInstructions.addComment(comments[i]);
          } else {
            for (const buildStage of this.buildStages) {
              if (util_1.Util.isInsideRange(comments[i].getRange().start, buildStage.getRange())) {
                buildStage.addComment(comments[i]);
              }
            }
          }
        }
      }
      getRange() {
        const comments = this.getComments();
        const instructions = this.getInstructions();
        let range = null;
        if (comments.length === 0) {
          if (instructions.length > 0) {
            range = vscode_languageserver_types_1.Range.create(instructions[0].getRange().start, instructions[instructions.length - 1].getRange().end);
          }
        } else if (instructions.length === 0) {
          range = vscode_languageserver_types_1.Range.create(comments[0].getRange().start, comments[comments.length - 1].getRange().end);
        } else {
          const commentStart = comments[0].getRange().start;
          const commentEnd = comments[comments.length - 1].getRange().end;
          const instructionStart = instructions[0].getRange().start;
          const instructionEnd = instructions[instructions.length - 1].getRange().end;
          if (commentStart.line < instructionStart.line) {
            if (commentEnd.line < instructionEnd.line) {
              range = vscode_languageserver_types_1.Range.create(commentStart, instructionEnd);
            }
            range = vscode_languageserver_types_1.Range.create(commentStart, commentEnd);
          } else if (commentEnd.line < instructionEnd.line) {
            range = vscode_languageserver_types_1.Range.create(instructionStart, instructionEnd);
          } else {
            range = vscode_languageserver_types_1.Range.create(instructionStart, commentEnd);
          }
        }
        if (range === null) {
          if (this.directives.length === 0) {
            return null;
          }
          return this.directives[0].getRange();
        } else if (this.directives.length === 0) {
          return range;
        }
        return vscode_languageserver_types_1.Range.create(this.directives[0].getRange().start, range.end);
      }
    };
    exports.Dockerfile = Dockerfile;
  }
});

// node_modules/dockerfile-ast/lib/parser.js
var require_parser = __commonJS({
  "node_modules/dockerfile-ast/lib/parser.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.Parser = void 0;
    var vscode_languageserver_textdocument_1 = (init_main2(), __toCommonJS(main_exports2));
    var vscode_languageserver_types_1 = (init_main(), __toCommonJS(main_exports));
    var comment_1 = require_comment();
    var parserDirective_1 = require_parserDirective();
    var instruction_1 = require_instruction();
    var add_1 = require_add();
    var arg_1 = require_arg();
    var cmd_1 = require_cmd();
    var copy_1 = require_copy();
    var env_1 = require_env();
    var entrypoint_1 = require_entrypoint();
    var from_1 = require_from();
    var healthcheck_1 = require_healthcheck();
    var label_1 = require_label();
    var onbuild_1 = require_onbuild();
    var run_1 = require_run();
    var shell_1 = require_shell();
    var stopsignal_1 = require_stopsignal();
    var workdir_1 = require_workdir();
    var user_1 = require_user();
    var volume_1 = require_volume();
    var dockerfile_1 = require_dockerfile();
    var util_1 = require_util();
    var main_1 = require_main();
    var Parser = class _Parser {
      constructor() {
        this.escapeChar = null;
      }
      static createInstruction(document, dockerfile, escapeChar, lineRange, instruction, instructionRange) {
        switch (instruction.toUpperCase()) {
          case "ADD":
            return new add_1.Add(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
          case "ARG":
            return new arg_1.Arg(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
          case "CMD":
            return new cmd_1.Cmd(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
          case "COPY":
            return new copy_1.Copy(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
          case "ENTRYPOINT":
            return new entrypoint_1.Entrypoint(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
          case "ENV":
            return new env_1.Env(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
          case "FROM":
            return new from_1.From(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
          case "HEALTHCHECK":
            return new healthcheck_1.Healthcheck(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
          case "LABEL":
            return new label_1.Label(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
          case "ONBUILD":
            return new onbuild_1.Onbuild(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
          case "RUN":
            return new run_1.Run(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
          case "SHELL":
            return new shell_1.Shell(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
          case "STOPSIGNAL":
            return new stopsignal_1.Stopsignal(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
          case "WORKDIR":
            return new workdir_1.Workdir(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
          case "USER":
            return new user_1.User(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
          case "VOLUME":
            return new volume_1.Volume(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
        }
        return new instruction_1.Instruction(document, lineRange, dockerfile, escapeChar, instruction, instructionRange);
      }
      getParserDirectives(document, buffer) {
        const directives = [];
        this.escapeChar = "";
        const offset = util_1.Util.isUTF8BOM(buffer.substring(0, 1)) ? 1 : 0;
        directiveCheck: for (let i = offset; i < buffer.length; i++) {
          switch (buffer.charAt(i)) {
            case " ":
            case "	":
              break;
            case "\r":
            case "\n":
              break directiveCheck;
            case "#":
              let directiveStart = -1;
              let directiveEnd = -1;
              for (let j = i + 1; j < buffer.length; j++) {
                let char = buffer.charAt(j);
                switch (char) {
                  case " ":
                  case "	":
                    if (directiveStart !== -1 && directiveEnd === -1) {
                      directiveEnd = j;
                    }
                    break;
                  case "\r":
                  case "\n":
                    break directiveCheck;
                  case "=":
                    let valueStart = -1;
                    let valueEnd = -1;
                    if (directiveEnd === -1) {
                      directiveEnd = j;
                    }
                    let lineEnd = buffer.length;
                    directiveValue: for (let k = j + 1; k < buffer.length; k++) {
                      char = buffer.charAt(k);
                      switch (char) {
                        case "\r":
                        case "\n":
                          if (valueStart !== -1 && valueEnd === -1) {
                            valueEnd = k;
                          }
                          lineEnd = k;
                          break directiveValue;
                        case "	":
                        case " ":
                          if (valueStart !== -1 && valueEnd === -1) {
                            valueEnd = k;
                          }
                          continue;
                        default:
                          if (valueStart === -1) {
                            valueStart = k;
                          }
                          break;
                      }
                    }
                    if (directiveStart === -1) {
                      break directiveCheck;
                    }
                    if (valueStart === -1) {
                      valueStart = j + 1;
                      valueEnd = lineEnd;
                    } else if (valueEnd === -1) {
                      valueEnd = buffer.length;
                    }
                    const lineRange = vscode_languageserver_types_1.Range.create(document.positionAt(i), document.positionAt(lineEnd));
                    const nameRange = vscode_languageserver_types_1.Range.create(document.positionAt(directiveStart), document.positionAt(directiveEnd));
                    const valueRange = vscode_languageserver_types_1.Range.create(document.positionAt(valueStart), document.positionAt(valueEnd));
                    directives.push(new parserDirective_1.ParserDirective(document, lineRange, nameRange, valueRange));
                    directiveStart = -1;
                    if (buffer.charAt(valueEnd) === "\r") {
                      i = valueEnd + 1;
                    } else {
                      i = valueEnd;
                    }
                    continue directiveCheck;
                  default:
                    if (directiveStart === -1) {
                      directiveStart = j;
                    }
                    break;
                }
              }
              break;
            default:
              break directiveCheck;
          }
        }
        return directives;
      }
      parse(buffer) {
        this.document = vscode_languageserver_textdocument_1.TextDocument.create("", "", 0, buffer);
        this.buffer = buffer;
        let dockerfile = new dockerfile_1.Dockerfile(this.document);
        let directives = this.getParserDirectives(this.document, this.buffer);
        let offset = 0;
        this.escapeChar = "\\";
        if (directives.length > 0) {
          dockerfile.setDirectives(directives);
          this.escapeChar = dockerfile.getEscapeCharacter();
          offset = this.document.offsetAt(vscode_languageserver_types_1.Position.create(directives.length, 0));
        } else if (util_1.Util.isUTF8BOM(buffer.substring(0, 1))) {
          offset = 1;
        }
        for (let i = offset; i < this.buffer.length; i++) {
          const char = this.buffer.charAt(i);
          switch (char) {
            case " ":
            case "	":
            case "\r":
            case "\n":
              break;
            case "#":
              i = this.processComment(dockerfile, i);
              break;
            default:
              i = this.processInstruction(dockerfile, char, i);
              break;
          }
        }
        dockerfile.organizeComments();
        return dockerfile;
      }
      processInstruction(dockerfile, char, start) {
        let instruction = char;
        let instructionEnd = -1;
        let escapedInstruction = false;
        instructionCheck: for (let i = start + 1; i < this.buffer.length; i++) {
          char = this.buffer.charAt(i);
          switch (char) {
            case this.escapeChar:
              escapedInstruction = true;
              char = this.buffer.charAt(i + 1);
              if (char === "\r" || char === "\n") {
                if (instructionEnd === -1) {
                  instructionEnd = i;
                }
                i++;
              } else if (char === " " || char === "	") {
                for (let j = i + 2; j < this.buffer.length; j++) {
                  switch (this.buffer.charAt(j)) {
                    case " ":
                    case "	":
                      break;
                    case "\r":
                    case "\n":
                      i = j;
                      continue instructionCheck;
                    default:
                      instructionEnd = i + 1;
                      instruction = instruction + this.escapeChar;
                      i = j - 2;
                      continue instructionCheck;
                  }
                }
                instructionEnd = i + 1;
                instruction = instruction + this.escapeChar;
                break instructionCheck;
              } else {
                instructionEnd = i + 1;
                instruction = instruction + this.escapeChar;
                escapedInstruction = false;
              }
              break;
            case " ":
            case "	":
              if (escapedInstruction) {
                escapeCheck: for (let j = i + 1; j < this.buffer.length; j++) {
                  switch (this.buffer.charAt(j)) {
                    case " ":
                    case "	":
                      break;
                    case "\r":
                    case "\n":
                      i = j;
                      continue instructionCheck;
                    default:
                      break escapeCheck;
                  }
                }
                escapedInstruction = false;
              }
              if (instructionEnd === -1) {
                instructionEnd = i;
              }
              i = this.processArguments(dockerfile, instruction, instructionEnd, start, i);
              dockerfile.addInstruction(this.createInstruction(dockerfile, instruction, start, instructionEnd, i));
              return i;
            case "\r":
            case "\n":
              if (escapedInstruction) {
                continue;
              }
              if (instructionEnd === -1) {
                instructionEnd = i;
              }
              dockerfile.addInstruction(this.createInstruction(dockerfile, instruction, start, i, i));
              return i;
            case "#":
              if (escapedInstruction) {
                continue;
              }
            default:
              instructionEnd = i + 1;
              instruction = instruction + char;
              escapedInstruction = false;
              break;
          }
        }
        if (instructionEnd === -1) {
          instructionEnd = this.buffer.length;
        }
        dockerfile.addInstruction(this.createInstruction(dockerfile, instruction, start, instructionEnd, this.buffer.length));
        return this.buffer.length;
      }
      processHeredocs(instruction, offset) {
        let keyword = instruction.getKeyword();
        if (keyword === main_1.Keyword.ONBUILD) {
          instruction = instruction.getTriggerInstruction();
          if (instruction === null) {
            return offset;
          }
          keyword = instruction.getKeyword();
        }
        if (keyword !== main_1.Keyword.ADD && keyword !== main_1.Keyword.COPY && keyword !== main_1.Keyword.RUN) {
          return offset;
        }
        const heredocs = [];
        let tabbed = false;
        for (const arg of instruction.getArguments()) {
          const value = arg.getValue();
          if (value.startsWith("<<") && value.length > 2) {
            if (value.startsWith("<<-")) {
              tabbed = true;
            }
            const name = util_1.Util.parseHeredocName(value);
            if (name !== null) {
              heredocs.push(name);
            }
          }
        }
        if (heredocs.length > 0) {
          for (const heredoc of heredocs) {
            offset = this.parseHeredoc(heredoc, offset, tabbed);
          }
        }
        return offset;
      }
      processArguments(dockerfile, instruction, instructionEnd, start, offset) {
        let escaped = false;
        argumentsCheck: for (let i = offset + 1; i < this.buffer.length; i++) {
          switch (this.buffer.charAt(i)) {
            case "\r":
            case "\n":
              if (escaped) {
                continue;
              }
              return this.processHeredocs(this.createInstruction(dockerfile, instruction, start, instructionEnd, i), i);
            case this.escapeChar:
              const next = this.buffer.charAt(i + 1);
              if (next === "\n" || next === "\r") {
                escaped = true;
                i++;
              } else if (next === " " || next === "	") {
                for (let j = i + 2; j < this.buffer.length; j++) {
                  switch (this.buffer.charAt(j)) {
                    case " ":
                    case "	":
                      break;
                    case "\r":
                    case "\n":
                      escaped = true;
                    default:
                      i = j;
                      continue argumentsCheck;
                  }
                }
                return this.buffer.length;
              }
              continue;
            case "#":
              if (escaped) {
                i = this.processComment(dockerfile, i);
                continue argumentsCheck;
              }
              break;
            case " ":
            case "	":
              break;
            default:
              if (escaped) {
                escaped = false;
              }
              break;
          }
        }
        return this.buffer.length;
      }
      processComment(dockerfile, start) {
        let end = this.buffer.length;
        commentLoop: for (let i = start + 1; i < this.buffer.length; i++) {
          switch (this.buffer.charAt(i)) {
            case "\r":
            case "\n":
              end = i;
              break commentLoop;
          }
        }
        const range = vscode_languageserver_types_1.Range.create(this.document.positionAt(start), this.document.positionAt(end));
        dockerfile.addComment(new comment_1.Comment(this.document, range));
        return end;
      }
      parseHeredoc(heredocName, offset, tabbed) {
        let startWord = -1;
        let lineStart = true;
        for (let i = offset; i < this.buffer.length; i++) {
          switch (this.buffer.charAt(i)) {
            case " ":
              lineStart = false;
              break;
            case "	":
              if (!tabbed) {
                lineStart = false;
              }
              break;
            case "\r":
            case "\n":
              if (startWord !== -1 && heredocName === this.buffer.substring(startWord, i)) {
                return i;
              }
              startWord = -1;
              lineStart = true;
              break;
            default:
              if (lineStart) {
                startWord = i;
                lineStart = false;
              }
              break;
          }
        }
        return this.buffer.length;
      }
      createInstruction(dockerfile, instruction, start, instructionEnd, end) {
        const startPosition = this.document.positionAt(start);
        const instructionRange = vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(instructionEnd));
        const lineRange = vscode_languageserver_types_1.Range.create(startPosition, this.document.positionAt(end));
        return _Parser.createInstruction(this.document, dockerfile, this.escapeChar, lineRange, instruction, instructionRange);
      }
    };
    exports.Parser = Parser;
  }
});

// node_modules/dockerfile-ast/lib/main.js
var require_main = __commonJS({
  "node_modules/dockerfile-ast/lib/main.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.DockerfileParser = exports.DefaultVariables = exports.Directive = exports.Keyword = exports.Workdir = exports.Volume = exports.User = exports.Stopsignal = exports.Shell = exports.Run = exports.PropertyInstruction = exports.Onbuild = exports.ModifiableInstruction = exports.Label = exports.JSONInstruction = exports.Heredoc = exports.Healthcheck = exports.From = exports.Env = exports.Entrypoint = exports.Copy = exports.Cmd = exports.Arg = exports.Add = exports.Variable = exports.Property = exports.ParserDirective = exports.Line = exports.Instruction = exports.Flag = exports.Comment = exports.JSONArgument = exports.Argument = void 0;
    var argument_1 = require_argument();
    Object.defineProperty(exports, "Argument", { enumerable: true, get: function() {
      return argument_1.Argument;
    } });
    var jsonArgument_1 = require_jsonArgument();
    Object.defineProperty(exports, "JSONArgument", { enumerable: true, get: function() {
      return jsonArgument_1.JSONArgument;
    } });
    var comment_1 = require_comment();
    Object.defineProperty(exports, "Comment", { enumerable: true, get: function() {
      return comment_1.Comment;
    } });
    var parser_1 = require_parser();
    var flag_1 = require_flag();
    Object.defineProperty(exports, "Flag", { enumerable: true, get: function() {
      return flag_1.Flag;
    } });
    var instruction_1 = require_instruction();
    Object.defineProperty(exports, "Instruction", { enumerable: true, get: function() {
      return instruction_1.Instruction;
    } });
    var line_1 = require_line();
    Object.defineProperty(exports, "Line", { enumerable: true, get: function() {
      return line_1.Line;
    } });
    var parserDirective_1 = require_parserDirective();
    Object.defineProperty(exports, "ParserDirective", { enumerable: true, get: function() {
      return parserDirective_1.ParserDirective;
    } });
    var property_1 = require_property();
    Object.defineProperty(exports, "Property", { enumerable: true, get: function() {
      return property_1.Property;
    } });
    var variable_1 = require_variable();
    Object.defineProperty(exports, "Variable", { enumerable: true, get: function() {
      return variable_1.Variable;
    } });
    var add_1 = require_add();
    Object.defineProperty(exports, "Add", { enumerable: true, get: function() {
      return add_1.Add;
    } });
    var arg_1 = require_arg();
    Object.defineProperty(exports, "Arg", { enumerable: true, get: function() {
      return arg_1.Arg;
    } });
    var cmd_1 = require_cmd();
    Object.defineProperty(exports, "Cmd", { enumerable: true, get: function() {
      return cmd_1.Cmd;
    } });
    var copy_1 = require_copy();
    Object.defineProperty(exports, "Copy", { enumerable: true, get: function() {
      return copy_1.Copy;
    } });
    var entrypoint_1 = require_entrypoint();
    Object.defineProperty(exports, "Entrypoint", { enumerable: true, get: function() {
      return entrypoint_1.Entrypoint;
    } });
    var env_1 = require_env();
    Object.defineProperty(exports, "Env", { enumerable: true, get: function() {
      return env_1.Env;
    } });
    var from_1 = require_from();
    Object.defineProperty(exports, "From", { enumerable: true, get: function() {
      return from_1.From;
    } });
    var healthcheck_1 = require_healthcheck();
    Object.defineProperty(exports, "Healthcheck", { enumerable: true, get: function() {
      return healthcheck_1.Healthcheck;
    } });
    var heredoc_1 = require_heredoc();
    Object.defineProperty(exports, "Heredoc", { enumerable: true, get: function() {
      return heredoc_1.Heredoc;
    } });
    var jsonInstruction_1 = require_jsonInstruction();
    Object.defineProperty(exports, "JSONInstruction", { enumerable: true, get: function() {
      return jsonInstruction_1.JSONInstruction;
    } });
    var label_1 = require_label();
    Object.defineProperty(exports, "Label", { enumerable: true, get: function() {
      return label_1.Label;
    } });
    var modifiableInstruction_1 = require_modifiableInstruction();
    Object.defineProperty(exports, "ModifiableInstruction", { enumerable: true, get: function() {
      return modifiableInstruction_1.ModifiableInstruction;
    } });
    var onbuild_1 = require_onbuild();
    Object.defineProperty(exports, "Onbuild", { enumerable: true, get: function() {
      return onbuild_1.Onbuild;
    } });
    var propertyInstruction_1 = require_propertyInstruction();
    Object.defineProperty(exports, "PropertyInstruction", { enumerable: true, get: function() {
      return propertyInstruction_1.PropertyInstruction;
    } });
    var run_1 = require_run();
    Object.defineProperty(exports, "Run", { enumerable: true, get: function() {
      return run_1.Run;
    } });
    var shell_1 = require_shell();
    Object.defineProperty(exports, "Shell", { enumerable: true, get: function() {
      return shell_1.Shell;
    } });
    var stopsignal_1 = require_stopsignal();
    Object.defineProperty(exports, "Stopsignal", { enumerable: true, get: function() {
      return stopsignal_1.Stopsignal;
    } });
    var user_1 = require_user();
    Object.defineProperty(exports, "User", { enumerable: true, get: function() {
      return user_1.User;
    } });
    var volume_1 = require_volume();
    Object.defineProperty(exports, "Volume", { enumerable: true, get: function() {
      return volume_1.Volume;
    } });
    var workdir_1 = require_workdir();
    Object.defineProperty(exports, "Workdir", { enumerable: true, get: function() {
      return workdir_1.Workdir;
    } });
    var Keyword;
    (function(Keyword2) {
      Keyword2["ADD"] = "ADD";
      Keyword2["ARG"] = "ARG";
      Keyword2["CMD"] = "CMD";
      Keyword2["COPY"] = "COPY";
      Keyword2["ENTRYPOINT"] = "ENTRYPOINT";
      Keyword2["ENV"] = "ENV";
      Keyword2["EXPOSE"] = "EXPOSE";
      Keyword2["FROM"] = "FROM";
      Keyword2["HEALTHCHECK"] = "HEALTHCHECK";
      Keyword2["LABEL"] = "LABEL";
      Keyword2["MAINTAINER"] = "MAINTAINER";
      Keyword2["ONBUILD"] = "ONBUILD";
      Keyword2["RUN"] = "RUN";
      Keyword2["SHELL"] = "SHELL";
      Keyword2["STOPSIGNAL"] = "STOPSIGNAL";
      Keyword2["USER"] = "USER";
      Keyword2["VOLUME"] = "VOLUME";
      Keyword2["WORKDIR"] = "WORKDIR";
    })(Keyword || (exports.Keyword = Keyword = {}));
    var Directive;
    (function(Directive2) {
      Directive2["escape"] = "escape";
      Directive2["syntax"] = "syntax";
    })(Directive || (exports.Directive = Directive = {}));
    exports.DefaultVariables = [
      "ALL_PROXY",
      "all_proxy",
      "FTP_PROXY",
      "ftp_proxy",
      "HTTP_PROXY",
      "http_proxy",
      "HTTPS_PROXY",
      "https_proxy",
      "NO_PROXY",
      "no_proxy"
    ];
    var DockerfileParser2;
    (function(DockerfileParser3) {
      function parse(content) {
        let parser = new parser_1.Parser();
        return parser.parse(content);
      }
      DockerfileParser3.parse = parse;
    })(DockerfileParser2 || (exports.DockerfileParser = DockerfileParser2 = {}));
  }
});

// src/action.ts
import { appendFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { relative, resolve as resolve2, sep as sep2 } from "node:path";
import { isMainThread, workerData } from "node:worker_threads";

// src/model/severity.ts
var SEVERITIES = ["info", "low", "medium", "high", "critical"];
var CONFIDENCES = ["low", "medium", "high"];
function compareSeverity(a, b) {
  return SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b);
}
function compareConfidence(a, b) {
  return CONFIDENCES.indexOf(a) - CONFIDENCES.indexOf(b);
}

// src/engine/triage.ts
function exitCode(report, verdict) {
  const { failOn, failConfidence = "low" } = verdict;
  const counts = (finding) => failOn !== "none" && compareSeverity(finding.severity, failOn) >= 0 && compareConfidence(finding.confidence, failConfidence) >= 0;
  if (report.findings.some(counts)) return 1;
  const isIncomplete = report.problems.some(
    ({ kind }) => kind === "coverage" ? verdict.strict : !verdict.allowIncomplete
  );
  return isIncomplete ? 2 : 0;
}
function sortFindings(findings) {
  const sorted2 = [...findings].sort(
    (a, b) => compare(a.origin.path, b.origin.path) || a.region.startLine - b.region.startLine || a.region.startColumn - b.region.startColumn || compare(a.ruleId, b.ruleId)
  );
  const seen = /* @__PURE__ */ new Map();
  return sorted2.map((finding) => {
    const count = seen.get(finding.fingerprint) ?? 0;
    seen.set(finding.fingerprint, count + 1);
    return count === 0 ? finding : { ...finding, fingerprint: `${finding.fingerprint}.${count}` };
  });
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/model/errors.ts
var VaultcheckError = class extends Error {
  code;
  /** What to do about it, one sentence. */
  hint;
  constructor(code, message, options = {}) {
    super(message, "cause" in options ? { cause: options.cause } : {});
    this.name = new.target.name;
    this.code = code;
    this.hint = options.hint;
  }
};
var UsageError = class extends VaultcheckError {
};
var ConfigError = class extends VaultcheckError {
};
var TargetError = class extends VaultcheckError {
};
var OutputError = class extends VaultcheckError {
};
var InterruptedError = class extends VaultcheckError {
  constructor() {
    super("interrupted", "interrupted");
  }
};

// src/output.ts
import { randomBytes } from "node:crypto";
import { chmodSync, lstatSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
function writeWhole(file, text2) {
  let temporary;
  try {
    const target = existing(file);
    if (target?.isSpecial) {
      writeFileSync(file, text2);
      return;
    }
    const path = target?.path ?? file;
    temporary = join(dirname(path), `.vaultcheck-${randomBytes(6).toString("hex")}.tmp`);
    writeFileSync(temporary, text2, { flag: "wx" });
    if (target) chmodSync(temporary, target.mode);
    renameSync(temporary, path);
  } catch (error) {
    if (temporary) rmSync(temporary, { force: true });
    const code = error.code;
    throw new OutputError("output-failed", `${file} can't be written (${code})`, {
      hint: "check the folder, its permissions and the free space",
      cause: error
    });
  }
}
function existing(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return void 0;
  return { path: realpathSync(file), mode: stats.mode & 511, isSpecial: !stats.isFile() };
}

// src/reporters/escape.ts
var UNSAFE = /[\x00-\x08\x0a-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
function escapeText(text2) {
  return text2.replace(UNSAFE, codePoint).replaceAll("##[", "#\\x23[").replace(/^(\s*)::/, "$1\\x3a:");
}
function codePoint(char) {
  const hex = char.charCodeAt(0).toString(16);
  return hex.length <= 2 ? `\\x${hex.padStart(2, "0")}` : `\\u{${hex}}`;
}
function safeJson(value) {
  const text2 = JSON.stringify(value, null, 2).replaceAll("##[", "\\u0023#[");
  return `${text2.replace(/[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`)}
`;
}
function escapeXml(text2) {
  const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };
  return escapeText(text2).replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g, codePoint).replace(/[&<>"']/g, (char) => entities[char]);
}
function escapeMarkdown(text2) {
  return escapeText(text2.replace(/\s+/g, " ")).replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`).replace(/[\\`*_{}[\]()+!|~]|#(?!\d+;)/g, (char) => `&#${char.charCodeAt(0)};`).replaceAll("://", "&#58;//").replace(/\bwww\./gi, (word) => `${word.slice(0, 3)}&#46;`).replaceAll("@", "&#64;&#8203;");
}
function escapeCommandData(text2) {
  return text2.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A").replace(UNSAFE, codePoint).replaceAll("##[", "#\\x23[");
}
function escapeCommandProperty(text2) {
  return escapeCommandData(text2).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

// src/reporters/place.ts
var ANCHOR = { path: ".vaultcheck.yml", line: 1 };
function anchorOf(target) {
  return target.anchor ?? ANCHOR;
}
function isInFile({ origin }) {
  return origin.kind === "file";
}
function messageWithPlace(finding) {
  return isInFile(finding) ? finding.message : `${finding.origin.path}: ${finding.message}`;
}

// src/model/suppression.ts
var NO_TRIAGE = { suppressed: [], baselined: [], unusedSuppressions: [] };

// src/reporters/triage.ts
function triageOf(report) {
  return report.triage ?? NO_TRIAGE;
}
function triageCounts(report) {
  const { suppressed, baselined } = triageOf(report);
  const parts = [];
  if (suppressed.length > 0) parts.push(`${suppressed.length} suppressed`);
  if (baselined.length > 0) parts.push(`${baselined.length} baselined`);
  return parts.join(", ");
}
function triageHints(report) {
  const { baseline } = triageOf(report);
  if (!baseline || baseline.gone === 0) return [];
  const what = baseline.gone === 1 ? "1 baselined finding is gone" : `${baseline.gone} baselined findings are gone`;
  return [`${what}; rewrite ${baseline.path} with \`vaultcheck baseline\``];
}

// src/reporters/github.ts
var LEVELS = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "notice",
  info: "notice"
};
var MOST_PER_LEVEL = 10;
var MOST_UNREAD = 5;
var github = (report, options) => {
  const worst = [...report.findings].sort((a, b) => compareSeverity(b.severity, a.severity));
  const unread2 = report.problems.filter(({ kind }) => kind === "unread").slice(0, MOST_UNREAD);
  const shown = { error: 0, warning: unread2.length, notice: 0 };
  const lines = [];
  for (const finding of worst) {
    const level = LEVELS[finding.severity];
    if (shown[level]++ >= MOST_PER_LEVEL) continue;
    const { startLine, endLine, startColumn, endColumn } = finding.region;
    const properties = {
      ...isInFile(finding) ? {
        file: (options.repositoryPrefix ?? "") + finding.origin.path,
        line: String(startLine),
        endLine: String(endLine),
        ...startLine === endLine ? { col: String(startColumn), endColumn: String(endColumn) } : {}
      } : anchorProperties(report.target),
      title: finding.ruleId
    };
    const list2 = Object.entries(properties).map(([key2, value]) => `${key2}=${escapeCommandProperty(value)}`);
    lines.push(`::${level} ${list2.join(",")}::${escapeCommandData(messageWithPlace(finding))}`);
  }
  for (const problem of unread2) {
    const message = `not looked at: ${problem.path ?? ""}: ${problem.message}`;
    lines.push(`::warning title=vaultcheck::${escapeCommandData(message)}`);
  }
  return `${[...lines, summary(report, lines.length)].join("\n")}
`;
};
function anchorProperties({ anchor }) {
  return anchor === void 0 ? {} : { file: anchor.path, line: String(anchor.line) };
}
function summary(report, annotations) {
  const unread2 = report.problems.filter(({ kind }) => kind === "unread").length;
  const total = report.findings.length;
  const found = `${total} ${total === 1 ? "finding" : "findings"} in ${report.coverage.files} files`;
  const counts = triageCounts(report);
  const others = counts === "" ? "" : `, ${counts}`;
  const notRead = unread2 > 0 ? `, ${unread2} not looked at` : "";
  const isCut = annotations < total + unread2;
  return `vaultcheck: ${found}${others}${notRead}${isCut ? `; ${annotations} annotations are shown` : ""}`;
}

// node_modules/chalk/source/utilities.js
function stringReplaceAll(string, substring, postfix) {
  let index = string.indexOf(substring);
  if (index === -1) {
    return string;
  }
  const substringLength = substring.length;
  let endIndex = 0;
  let returnValue = "";
  do {
    returnValue += string.slice(endIndex, index) + substring + postfix;
    endIndex = index + substringLength;
    index = string.indexOf(substring, endIndex);
  } while (index !== -1);
  returnValue += string.slice(endIndex);
  return returnValue;
}
function stringEncaseCRLFWithFirstIndex(string, prefix, postfix, index) {
  let endIndex = 0;
  let returnValue = "";
  do {
    const isGotCR = string[index - 1] === "\r";
    returnValue += string.slice(endIndex, isGotCR ? index - 1 : index) + prefix + (isGotCR ? "\r\n" : "\n") + postfix;
    endIndex = index + 1;
    index = string.indexOf("\n", endIndex);
  } while (index !== -1);
  returnValue += string.slice(endIndex);
  return returnValue;
}

// node_modules/chalk/source/vendor/ansi-styles/index.js
var ANSI_BACKGROUND_OFFSET = 10;
var ANSI_UNDERLINE_OFFSET = 20;
var wrapAnsi16 = (offset = 0) => (code) => `\x1B[${code + offset}m`;
var wrapAnsi256 = (offset = 0) => (code) => `\x1B[${38 + offset};5;${code}m`;
var wrapAnsi16m = (offset = 0) => (red, green, blue) => `\x1B[${38 + offset};2;${red};${green};${blue}m`;
var wrapUnderlineAnsi = (code) => `\x1B[58;5;${code < 90 ? code - 30 : code - 90 + 8}m`;
var styles = {
  modifier: {
    reset: [0, 0],
    // 21 isn't widely supported and 22 does the same thing
    bold: [1, 22],
    dim: [2, 22],
    italic: [3, 23],
    underline: [4, 24],
    // Extended underline styles (`SGR 4:x` sub-parameters). Not in upstream `ansi-styles`.
    underlineDouble: ["4:2", 24],
    underlineCurly: ["4:3", 24],
    underlineDotted: ["4:4", 24],
    underlineDashed: ["4:5", 24],
    overline: [53, 55],
    inverse: [7, 27],
    hidden: [8, 28],
    strikethrough: [9, 29]
  },
  color: {
    black: [30, 39],
    red: [31, 39],
    green: [32, 39],
    yellow: [33, 39],
    blue: [34, 39],
    magenta: [35, 39],
    cyan: [36, 39],
    white: [37, 39],
    // Bright color
    blackBright: [90, 39],
    gray: [90, 39],
    // Alias of `blackBright`
    grey: [90, 39],
    // Alias of `blackBright`
    redBright: [91, 39],
    greenBright: [92, 39],
    yellowBright: [93, 39],
    blueBright: [94, 39],
    magentaBright: [95, 39],
    cyanBright: [96, 39],
    whiteBright: [97, 39]
  },
  bgColor: {
    bgBlack: [40, 49],
    bgRed: [41, 49],
    bgGreen: [42, 49],
    bgYellow: [43, 49],
    bgBlue: [44, 49],
    bgMagenta: [45, 49],
    bgCyan: [46, 49],
    bgWhite: [47, 49],
    // Bright color
    bgBlackBright: [100, 49],
    bgGray: [100, 49],
    // Alias of `bgBlackBright`
    bgGrey: [100, 49],
    // Alias of `bgBlackBright`
    bgRedBright: [101, 49],
    bgGreenBright: [102, 49],
    bgYellowBright: [103, 49],
    bgBlueBright: [104, 49],
    bgMagentaBright: [105, 49],
    bgCyanBright: [106, 49],
    bgWhiteBright: [107, 49]
  },
  // Underline color (`SGR 58`/`59`). Not in upstream `ansi-styles`.
  underlineColor: {
    underlineBlack: ["58;5;0", 59],
    underlineRed: ["58;5;1", 59],
    underlineGreen: ["58;5;2", 59],
    underlineYellow: ["58;5;3", 59],
    underlineBlue: ["58;5;4", 59],
    underlineMagenta: ["58;5;5", 59],
    underlineCyan: ["58;5;6", 59],
    underlineWhite: ["58;5;7", 59],
    // Bright color
    underlineBlackBright: ["58;5;8", 59],
    underlineGray: ["58;5;8", 59],
    // Alias of `underlineBlackBright`
    underlineGrey: ["58;5;8", 59],
    // Alias of `underlineBlackBright`
    underlineRedBright: ["58;5;9", 59],
    underlineGreenBright: ["58;5;10", 59],
    underlineYellowBright: ["58;5;11", 59],
    underlineBlueBright: ["58;5;12", 59],
    underlineMagentaBright: ["58;5;13", 59],
    underlineCyanBright: ["58;5;14", 59],
    underlineWhiteBright: ["58;5;15", 59]
  }
};
var modifierNames = Object.keys(styles.modifier);
var foregroundColorNames = Object.keys(styles.color);
var backgroundColorNames = Object.keys(styles.bgColor);
var underlineColorNames = Object.keys(styles.underlineColor);
var colorNames = [...foregroundColorNames, ...backgroundColorNames];
function assembleStyles() {
  const codes = /* @__PURE__ */ new Map();
  for (const [groupName, group] of Object.entries(styles)) {
    for (const [styleName, style] of Object.entries(group)) {
      styles[styleName] = {
        open: `\x1B[${style[0]}m`,
        close: `\x1B[${style[1]}m`
      };
      group[styleName] = styles[styleName];
      codes.set(Number.parseInt(style[0], 10), style[1]);
    }
    Object.defineProperty(styles, groupName, {
      value: group,
      enumerable: false
    });
  }
  Object.defineProperty(styles, "codes", {
    value: codes,
    enumerable: false
  });
  styles.color.close = "\x1B[39m";
  styles.bgColor.close = "\x1B[49m";
  styles.underlineColor.close = "\x1B[59m";
  styles.color.ansi = wrapAnsi16();
  styles.color.ansi256 = wrapAnsi256();
  styles.color.ansi16m = wrapAnsi16m();
  styles.bgColor.ansi = wrapAnsi16(ANSI_BACKGROUND_OFFSET);
  styles.bgColor.ansi256 = wrapAnsi256(ANSI_BACKGROUND_OFFSET);
  styles.bgColor.ansi16m = wrapAnsi16m(ANSI_BACKGROUND_OFFSET);
  styles.underlineColor.ansi = wrapUnderlineAnsi;
  styles.underlineColor.ansi256 = wrapAnsi256(ANSI_UNDERLINE_OFFSET);
  styles.underlineColor.ansi16m = wrapAnsi16m(ANSI_UNDERLINE_OFFSET);
  Object.defineProperties(styles, {
    rgbToAnsi256: {
      value(red, green, blue) {
        if (red === green && green === blue) {
          if (red < 8) {
            return 16;
          }
          if (red > 248) {
            return 231;
          }
          return Math.round((red - 8) / 247 * 24) + 232;
        }
        return 16 + 36 * Math.round(red / 255 * 5) + 6 * Math.round(green / 255 * 5) + Math.round(blue / 255 * 5);
      },
      enumerable: false
    },
    hexToRgb: {
      value(hex) {
        const matches7 = /[\da-f]{6}|[\da-f]{3}/i.exec(hex.toString(16));
        if (!matches7) {
          return [0, 0, 0];
        }
        let [colorString] = matches7;
        if (colorString.length === 3) {
          colorString = [...colorString].map((character) => character + character).join("");
        }
        const integer2 = Number.parseInt(colorString, 16);
        return [
          /* eslint-disable no-bitwise -- We need the speed */
          integer2 >> 16 & 255,
          integer2 >> 8 & 255,
          integer2 & 255
          /* eslint-enable no-bitwise */
        ];
      },
      enumerable: false
    },
    hexToAnsi256: {
      value: (hex) => styles.rgbToAnsi256(...styles.hexToRgb(hex)),
      enumerable: false
    },
    ansi256ToAnsi: {
      value(code) {
        if (code < 8) {
          return 30 + code;
        }
        if (code < 16) {
          return 90 + (code - 8);
        }
        let red;
        let green;
        let blue;
        if (code >= 232) {
          red = ((code - 232) * 10 + 8) / 255;
          green = red;
          blue = red;
        } else {
          code -= 16;
          const remainder = code % 36;
          red = Math.floor(code / 36) / 5;
          green = Math.floor(remainder / 6) / 5;
          blue = remainder % 6 / 5;
        }
        const value = Math.max(red, green, blue) * 2;
        if (value === 0) {
          return 30;
        }
        let result = 30 + (Math.round(blue) << 2 | Math.round(green) << 1 | Math.round(red));
        if (value === 2) {
          result += 60;
        }
        return result;
      },
      enumerable: false
    },
    rgbToAnsi: {
      value: (red, green, blue) => styles.ansi256ToAnsi(styles.rgbToAnsi256(red, green, blue)),
      enumerable: false
    },
    hexToAnsi: {
      value: (hex) => styles.ansi256ToAnsi(styles.hexToAnsi256(hex)),
      enumerable: false
    }
  });
  return styles;
}
var ansiStyles = assembleStyles();
var ansi_styles_default = ansiStyles;

// node_modules/chalk/source/vendor/supports-color/index.js
import process2 from "node:process";
import os from "node:os";
import tty from "node:tty";
function hasFlag(flag, argv = globalThis.Deno ? globalThis.Deno.args : process2.argv) {
  const prefix = flag.startsWith("-") ? "" : flag.length === 1 ? "-" : "--";
  const position = argv.indexOf(prefix + flag);
  const terminatorPosition = argv.indexOf("--");
  return position !== -1 && (terminatorPosition === -1 || position < terminatorPosition);
}
var { env } = process2;
var flagForceColor;
if (hasFlag("no-color") || hasFlag("no-colors") || hasFlag("color=false") || hasFlag("color=never")) {
  flagForceColor = 0;
} else if (hasFlag("color") || hasFlag("colors") || hasFlag("color=true") || hasFlag("color=always")) {
  flagForceColor = 1;
}
function hasNumericForceColor() {
  return /^\d+$/.test(env.FORCE_COLOR);
}
function envForceColor() {
  if (!("FORCE_COLOR" in env)) {
    return;
  }
  if (env.FORCE_COLOR === "false") {
    return 0;
  }
  if (env.FORCE_COLOR === "true" || env.FORCE_COLOR.length === 0) {
    return 1;
  }
  if (!hasNumericForceColor()) {
    return;
  }
  return Math.min(Number.parseInt(env.FORCE_COLOR, 10), 3);
}
function translateLevel(level) {
  if (level === 0) {
    return false;
  }
  return {
    level,
    hasBasic: true,
    has256: level >= 2,
    has16m: level >= 3
  };
}
function _supportsColor(haveStream, { streamIsTTY, sniffFlags = true } = {}) {
  const noFlagForceColor = envForceColor();
  if (noFlagForceColor !== void 0) {
    flagForceColor = noFlagForceColor;
  }
  const forceColor = sniffFlags ? flagForceColor : noFlagForceColor;
  if (forceColor === 0) {
    return 0;
  }
  if (sniffFlags) {
    if (hasFlag("color=16m") || hasFlag("color=full") || hasFlag("color=truecolor")) {
      return 3;
    }
    if (hasFlag("color=256")) {
      return 2;
    }
  }
  if (forceColor !== void 0 && hasNumericForceColor()) {
    return forceColor;
  }
  if ("TF_BUILD" in env && "AGENT_NAME" in env) {
    return 1;
  }
  if (haveStream && !streamIsTTY && forceColor === void 0) {
    return 0;
  }
  const min = forceColor || 0;
  if (env.TERM === "dumb") {
    return min;
  }
  if (process2.platform === "win32") {
    const osRelease = os.release().split(".");
    if (Number(osRelease[0]) >= 10 && Number(osRelease[2]) >= 10586) {
      return Number(osRelease[2]) >= 14931 ? 3 : 2;
    }
    return 1;
  }
  if ("CI" in env) {
    if (["GITHUB_ACTIONS", "GITEA_ACTIONS", "CIRCLECI"].some((key2) => key2 in env)) {
      return 3;
    }
    if (["TRAVIS", "APPVEYOR", "GITLAB_CI", "BUILDKITE", "DRONE"].some((sign) => sign in env) || env.CI_NAME === "codeship") {
      return 1;
    }
    return min;
  }
  if ("TEAMCITY_VERSION" in env) {
    return /^(?:9\.0*[1-9]\d*\.|\d{2,}\.)/.test(env.TEAMCITY_VERSION) ? 1 : 0;
  }
  if (env.COLORTERM === "truecolor") {
    return 3;
  }
  if (env.TERM === "xterm-kitty") {
    return 3;
  }
  if (env.TERM === "xterm-ghostty") {
    return 3;
  }
  if (env.TERM === "wezterm") {
    return 3;
  }
  if ("TERM_PROGRAM" in env) {
    const version = Number.parseInt((env.TERM_PROGRAM_VERSION || "").split(".", 1)[0], 10);
    switch (env.TERM_PROGRAM) {
      case "iTerm.app": {
        return version >= 3 ? 3 : 2;
      }
      case "Apple_Terminal": {
        return 2;
      }
    }
  }
  if (/-256(?:color)?$/i.test(env.TERM)) {
    return 2;
  }
  if (/^screen|^xterm|^vt100|^vt220|^rxvt|color|ansi|cygwin|linux/i.test(env.TERM)) {
    return 1;
  }
  if ("COLORTERM" in env) {
    return 1;
  }
  return min;
}
function createSupportsColor(stream, options = {}) {
  const level = _supportsColor(stream, {
    streamIsTTY: stream && stream.isTTY,
    ...options
  });
  return translateLevel(level);
}
var supportsColor = {
  stdout: createSupportsColor({ isTTY: tty.isatty(1) }),
  stderr: createSupportsColor({ isTTY: tty.isatty(2) })
};
var supports_color_default = supportsColor;

// node_modules/chalk/source/index.js
var { stdout: stdoutColor, stderr: stderrColor } = supports_color_default;
var GENERATOR = /* @__PURE__ */ Symbol("GENERATOR");
var STYLER = /* @__PURE__ */ Symbol("STYLER");
var IS_EMPTY = /* @__PURE__ */ Symbol("IS_EMPTY");
var LEVEL = /* @__PURE__ */ Symbol("LEVEL");
var styles2 = /* @__PURE__ */ Object.create(null);
var assertValidLevel = (level) => {
  if (!Number.isSafeInteger(level) || level < 0 || level > 3) {
    throw new Error("The `level` should be an integer from 0 to 3");
  }
};
var levelDescriptor = {
  enumerable: true,
  get() {
    return this[LEVEL];
  },
  set(level) {
    assertValidLevel(level);
    this[LEVEL] = level;
  }
};
var applyOptions = (object, options = {}) => {
  if (options.level !== void 0) {
    assertValidLevel(options.level);
  }
  const colorLevel = stdoutColor ? stdoutColor.level : 0;
  object[LEVEL] = options.level === void 0 ? colorLevel : options.level;
};
var Chalk = class {
  constructor(options) {
    return chalkFactory(options);
  }
};
var chalkFactory = (options) => {
  const chalk2 = (...strings) => strings.join(" ");
  applyOptions(chalk2, options);
  Object.setPrototypeOf(chalk2, createChalk.prototype);
  return chalk2;
};
function createChalk(options) {
  return chalkFactory(options);
}
Object.setPrototypeOf(createChalk.prototype, Function.prototype);
for (const [styleName, style] of Object.entries(ansi_styles_default)) {
  styles2[styleName] = {
    get() {
      const builder = createBuilder(this, createStyler(style.open, style.close, this[STYLER]), this[IS_EMPTY]);
      Object.defineProperty(this, styleName, { value: builder });
      return builder;
    }
  };
}
styles2.visible = {
  get() {
    const builder = createBuilder(this, this[STYLER], true);
    Object.defineProperty(this, "visible", { value: builder });
    return builder;
  }
};
var createModelConverters = (model, type) => {
  const style = ansi_styles_default[type];
  if (model === "rgb") {
    const ansi2 = (red, green, blue) => style.ansi(ansi_styles_default.rgbToAnsi(red, green, blue));
    const ansi256 = (red, green, blue) => style.ansi256(ansi_styles_default.rgbToAnsi256(red, green, blue));
    return [ansi2, ansi2, ansi256, style.ansi16m];
  }
  if (model === "hex") {
    const ansi2 = (hex) => style.ansi(ansi_styles_default.hexToAnsi(hex));
    const ansi256 = (hex) => style.ansi256(ansi_styles_default.hexToAnsi256(hex));
    return [ansi2, ansi2, ansi256, (hex) => style.ansi16m(...ansi_styles_default.hexToRgb(hex))];
  }
  const ansi = (code) => style.ansi(ansi_styles_default.ansi256ToAnsi(code));
  return [ansi, ansi, style.ansi256, style.ansi256];
};
var usedModels = ["rgb", "hex", "ansi256"];
for (const model of usedModels) {
  const capitalizedModel = model[0].toUpperCase() + model.slice(1);
  for (const [styleName, type] of [
    [model, "color"],
    ["bg" + capitalizedModel, "bgColor"],
    ["underline" + capitalizedModel, "underlineColor"]
  ]) {
    const { close } = ansi_styles_default[type];
    const converters = createModelConverters(model, type);
    styles2[styleName] = {
      get() {
        const styleFunction = function(first, second, third) {
          const open = converters[this.level](first, second, third);
          return createBuilder(this, createStyler(open, close, this[STYLER]), this[IS_EMPTY]);
        };
        Object.defineProperty(this, styleName, { value: styleFunction });
        return styleFunction;
      }
    };
  }
}
var proto = Object.defineProperties(
  () => {
  },
  {
    ...styles2,
    level: {
      enumerable: true,
      get() {
        return this[GENERATOR].level;
      },
      set(level) {
        this[GENERATOR].level = level;
      }
    }
  }
);
var createStyler = (open, close, parent) => {
  let openAll;
  let closeAll;
  if (parent === void 0) {
    openAll = open;
    closeAll = close;
  } else {
    openAll = parent.openAll + open;
    closeAll = close + parent.closeAll;
  }
  return {
    open,
    close,
    openAll,
    closeAll,
    parent
  };
};
var createBuilder = (self, _styler, _isEmpty) => {
  const builder = (...arguments_) => {
    if (arguments_.length === 1) {
      return applyStyle(builder, "" + arguments_[0]);
    }
    if (arguments_.length === 2) {
      return applyStyle(builder, `${arguments_[0] ?? ""} ${arguments_[1] ?? ""}`);
    }
    return applyStyle(builder, arguments_.join(" "));
  };
  Object.setPrototypeOf(builder, proto);
  builder[GENERATOR] = self[GENERATOR] ?? self;
  builder[STYLER] = _styler;
  builder[IS_EMPTY] = _isEmpty;
  return builder;
};
var applyStyle = (self, string) => {
  if (self[GENERATOR][LEVEL] <= 0 || !string) {
    return self[IS_EMPTY] ? "" : string;
  }
  let styler = self[STYLER];
  if (styler === void 0) {
    return string;
  }
  const { openAll, closeAll } = styler;
  if (string.includes("\x1B")) {
    while (styler !== void 0) {
      string = stringReplaceAll(string, styler.close, styler.open);
      styler = styler.parent;
    }
  }
  const lfIndex = string.indexOf("\n");
  if (lfIndex !== -1) {
    string = stringEncaseCRLFWithFirstIndex(string, closeAll, openAll, lfIndex);
  }
  return openAll + string + closeAll;
};
Object.defineProperties(createChalk.prototype, { ...styles2, level: levelDescriptor });
var chalk = createChalk();
var chalkStderr = createChalk({ level: stderrColor ? stderrColor.level : 0 });

// src/reporters/rules.ts
function ruleFields(rule) {
  const { id, title, severity, confidence, family, catalogue = [], cwe = [], aliases = [] } = rule;
  const { frameworks, why, fix, references } = rule;
  return { id, title, severity, confidence, family, catalogue, cwe, aliases, frameworks, why, fix, references };
}

// src/reporters/json.ts
var json = (report) => {
  const count = (severity) => report.findings.filter((finding) => finding.severity === severity).length;
  const { files: files2, bytes, binary, excluded } = report.coverage;
  const { suppressed, baselined, unusedSuppressions, baseline } = triageOf(report);
  return safeJson({
    version: report.version,
    target: { kind: report.target.kind, path: report.target.path },
    findings: report.findings.map(findingFields),
    suppressed: suppressed.map(({ finding, by, reason, line }) => ({
      ...findingFields(finding),
      suppression: { by, reason, line: line ?? null }
    })),
    baselined: baselined.map(findingFields),
    unusedSuppressions: unusedSuppressions.map(({ by, path, line, names: names3 }) => ({
      by,
      path,
      line: line ?? null,
      names: names3
    })),
    problems: report.problems.map(problemFields),
    rules: report.rules.map(ruleFields),
    summary: {
      findings: {
        total: report.findings.length,
        ...Object.fromEntries(SEVERITIES.map((severity) => [severity, count(severity)]))
      },
      suppressed: suppressed.length,
      baselined: baselined.length,
      unusedSuppressions: unusedSuppressions.length,
      baseline: baseline ? { path: baseline.path, known: baseline.known, gone: baseline.gone } : null,
      files: files2,
      bytes,
      binary,
      excluded,
      problems: {
        unread: report.problems.filter((problem) => problem.kind === "unread").length,
        coverage: report.problems.filter((problem) => problem.kind === "coverage").length
      }
    }
  });
};
function findingFields(finding) {
  const { ruleId, title, severity, confidence, message, origin, masked, paste, excerpt, fingerprint: fingerprint2 } = finding;
  const { startLine, startColumn, endLine, endColumn } = finding.region;
  return {
    ruleId,
    title,
    severity,
    confidence,
    message,
    path: origin.path,
    region: { startLine, startColumn, endLine, endColumn },
    origin: originFields(origin),
    fingerprint: fingerprint2,
    masked: masked ?? null,
    paste: paste ?? null,
    excerpt: { startLine: excerpt.startLine, lines: excerpt.lines }
  };
}
function originFields(origin) {
  const { kind, path } = origin;
  switch (origin.kind) {
    case "image":
      return { kind, path, images: origin.images, isBase: origin.isBase ?? false };
    case "layer": {
      const { images, layer, member, hidden, isBase = false } = origin;
      return {
        kind,
        path,
        images,
        layer,
        member,
        hidden: hidden ? { layer: hidden.layer, how: hidden.how } : null,
        isBase
      };
    }
    default:
      return { kind, path };
  }
}
function problemFields({ kind, code, message, path, line }) {
  return { kind, code, message, path: path ?? null, line: line ?? null };
}

// src/reporters/junit.ts
var junit = (report) => {
  const byPath = Map.groupBy(report.findings, (finding) => finding.origin.path);
  const suites = [...byPath].map(
    ([path, findings]) => suite(
      path,
      findings.length,
      0,
      findings.map((finding) => failure(path, finding))
    )
  );
  const unread2 = report.problems.filter((problem) => problem.kind === "unread");
  if (unread2.length > 0) {
    const cases = unread2.map(
      ({ path = "", code, message }) => `    <testcase classname="${escapeXml(path)}" name="${escapeXml(code)}">
      <error message="${escapeXml(message)}"/>
    </testcase>`
    );
    suites.push(suite("not looked at", 0, unread2.length, cases));
  }
  const { suppressed, baselined } = triageOf(report);
  const notCounted = [
    ...suppressed.map(({ finding, reason }) => skipped(finding, `suppressed: ${reason}`)),
    ...baselined.map((finding) => skipped(finding, "baselined"))
  ];
  if (notCounted.length > 0) suites.push(suite("not counted", 0, 0, notCounted, notCounted.length));
  const totals = `tests="${report.findings.length + unread2.length + notCounted.length}" failures="${report.findings.length}" errors="${unread2.length}" skipped="${notCounted.length}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="vaultcheck" ${totals}>
${suites.join("")}</testsuites>
`;
};
function suite(name, failures, errors, cases, skips = 0) {
  const counts = `tests="${cases.length}" failures="${failures}" errors="${errors}" skipped="${skips}"`;
  return `  <testsuite name="${escapeXml(name)}" ${counts}>
${cases.join("\n")}
  </testsuite>
`;
}
function skipped({ origin, ruleId, region }, message) {
  const name = `${ruleId} ${region.startLine}:${region.startColumn}`;
  return `    <testcase classname="${escapeXml(origin.path)}" name="${escapeXml(name)}">
      <skipped message="${escapeXml(message)}"/>
    </testcase>`;
}
function failure(path, finding) {
  const { startLine, startColumn } = finding.region;
  const place = escapeXml(`${path}:${startLine}:${startColumn}`);
  const message = escapeXml(`${finding.severity}: ${finding.message}`);
  return `    <testcase classname="${escapeXml(path)}" name="${escapeXml(finding.ruleId)} ${startLine}:${startColumn}">
      <failure type="${finding.severity}" message="${message}">${place}</failure>
    </testcase>`;
}

// src/reporters/markdown.ts
var MOST_ROWS = 50;
var markdown = (report) => {
  const { findings, coverage: coverage2 } = report;
  const counts = [...SEVERITIES].reverse().map((severity) => findings.filter((finding) => finding.severity === severity).length);
  const worst = [...findings].sort((a, b) => compareSeverity(b.severity, a.severity)).slice(0, MOST_ROWS);
  const rows = worst.map(({ severity, ruleId, message, origin, region }) => {
    return `| ${severity} | ${ruleId} | ${escapeMarkdown(origin.path)}:${region.startLine} | ${escapeMarkdown(message)} |`;
  });
  const unread2 = report.problems.filter((problem) => problem.kind === "unread");
  const others = triageCounts(report);
  const parts = [
    "## vaultcheck",
    "",
    `${findings.length} findings in ${coverage2.files} files${others && `; ${others}`}.`,
    "",
    `| ${[...SEVERITIES].reverse().join(" | ")} |`,
    "|---|---|---|---|---|",
    `| ${counts.join(" | ")} |`
  ];
  if (rows.length > 0) parts.push("", "| severity | rule | where | what |", "|---|---|---|---|", ...rows);
  if (findings.length > rows.length)
    parts.push("", `${findings.length - rows.length} more findings are in the full report.`);
  for (const hint of triageHints(report)) parts.push("", escapeMarkdown(hint));
  if (unread2.length > 0) {
    const list2 = unread2.slice(0, MOST_ROWS).map(({ path = "", message }) => `- ${escapeMarkdown(path)}: ${escapeMarkdown(message)}`);
    parts.push("", `### Not looked at (${unread2.length})`, "", ...list2);
  }
  return `${parts.join("\n")}
`;
};

// src/reporters/sarif.ts
var MOST_RESULTS = 5e3;
var MOST_TAGS = 10;
var LEVELS2 = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
  info: "note"
};
var SECURITY_SEVERITY = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "2.0",
  info: "0.5"
};
var PRECISION = { high: "very-high", medium: "high", low: "medium" };
var sarif = (report, options) => {
  const worst = [...report.findings].sort((a, b) => compareSeverity(b.severity, a.severity)).slice(0, MOST_RESULTS);
  const indexes = new Map(report.rules.map((rule, i) => [rule.id, i]));
  const notifications = report.problems.map((problem) => toNotification(problem, options, report.target));
  if (worst.length < report.findings.length) {
    const text2 = `${report.findings.length - worst.length} less severe findings were left out: code scanning takes ${MOST_RESULTS}`;
    notifications.push({ level: "warning", message: { text: text2 } });
  }
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "vaultcheck",
            semanticVersion: report.version,
            rules: report.rules.map(toDescriptor)
          }
        },
        automationDetails: { id: "vaultcheck/scan/" },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { "%SRCROOT%": { description: { text: "root of the repository" } } },
        invocations: [
          {
            executionSuccessful: report.problems.every(({ kind }) => kind !== "unread"),
            toolExecutionNotifications: notifications
          }
        ],
        results: worst.map((finding) => toResult(finding, indexes.get(finding.ruleId), options, report.target))
      }
    ]
  };
  return safeJson(log);
};
function toDescriptor(rule) {
  const tags = [
    "security",
    rule.family,
    ...(rule.cwe ?? []).map((number) => `external/cwe/cwe-${String(number).padStart(3, "0")}`),
    ...rule.catalogue ?? []
  ];
  const links = rule.references.map((url) => `- [${url}](${url})`).join("\n");
  return {
    id: rule.id,
    shortDescription: { text: sentence(rule.title) },
    fullDescription: { text: sentence(rule.why) },
    help: {
      text: `${sentence(rule.why)}

${sentence(rule.fix)}`,
      markdown: `**Why:** ${sentence(rule.why)}

**Fix:** ${sentence(rule.fix)}

${links}`
    },
    defaultConfiguration: { level: LEVELS2[rule.severity] },
    properties: {
      tags: tags.slice(0, MOST_TAGS),
      precision: PRECISION[rule.confidence],
      "problem.severity": LEVELS2[rule.severity] === "note" ? "recommendation" : LEVELS2[rule.severity],
      "security-severity": SECURITY_SEVERITY[rule.severity]
    }
  };
}
function toResult(finding, ruleIndex, options, target) {
  const hash = finding.lineHash === void 0 ? {} : { primaryLocationLineHash: finding.lineHash };
  return {
    ruleId: finding.ruleId,
    ruleIndex,
    level: LEVELS2[finding.severity],
    message: { text: plainMessage(messageWithPlace(finding)) },
    locations: [isInFile(finding) ? fileLocation(finding, options) : logicalLocation(finding, anchorOf(target))],
    partialFingerprints: { ...hash, "vaultcheckFingerprint/v1": finding.fingerprint }
  };
}
function fileLocation(finding, options) {
  const artifactLocation = location(finding.origin.path, options);
  return { physicalLocation: { artifactLocation, region: { ...finding.region } } };
}
function logicalLocation({ origin }, anchor) {
  const artifactLocation = location(anchor.path, { color: false, width: 0, verbose: false, quiet: false });
  return {
    physicalLocation: { artifactLocation, region: { startLine: anchor.line } },
    logicalLocations: [{ fullyQualifiedName: origin.path, kind: "resource" }]
  };
}
function toNotification(problem, options, target) {
  const { path, kind, message } = problem;
  const level = kind === "unread" ? "error" : "note";
  if (path === void 0) return { level, message: { text: plainMessage(message) } };
  if (target.kind !== "directory") return { level, message: { text: plainMessage(`${path}: ${message}`) } };
  const locations = [{ physicalLocation: { artifactLocation: location(path, options) } }];
  return { level, message: { text: plainMessage(message) }, locations };
}
function location(path, options) {
  const whole = ((options.repositoryPrefix ?? "") + path).toWellFormed();
  const uri = whole.split("/").map(encodeURIComponent).join("/");
  return { uri, uriBaseId: "%SRCROOT%" };
}
function plainMessage(text2) {
  return sentence(text2.replaceAll("](", "] ("));
}
function sentence(text2) {
  const capital = text2.charAt(0).toUpperCase() + text2.slice(1);
  return capital.endsWith(".") ? capital : `${capital}.`;
}

// src/reporters/text.ts
import { stripVTControlCharacters } from "node:util";
var COLORS = {
  critical: (chalk2) => chalk2.bold.magenta,
  high: (chalk2) => chalk2.bold.red,
  medium: (chalk2) => chalk2.bold.yellow,
  low: (chalk2) => chalk2.bold.cyan,
  info: (chalk2) => chalk2.bold.gray
};
var text = (report, options) => {
  const chalk2 = new Chalk({ level: options.color ? 1 : 0 });
  const rules = new Map(report.rules.map((rule) => [rule.id, rule]));
  const lines = [];
  let path;
  let explained = /* @__PURE__ */ new Set();
  for (const finding of report.findings) {
    if (finding.origin.path !== path) {
      path = finding.origin.path;
      explained = /* @__PURE__ */ new Set();
      lines.push(chalk2.underline(escapeText(path)) + imagesOf(finding, report), "");
    }
    lines.push(headline(finding, chalk2), ...wrap("", escapeText(finding.message), options.width));
    if (options.quiet) continue;
    lines.push(...frame(finding, chalk2, options.width));
    const rule = rules.get(finding.ruleId);
    if (rule && !explained.has(rule.id)) {
      lines.push(...wrap("why: ", rule.why, options.width), ...wrap("fix: ", rule.fix, options.width));
      explained.add(rule.id);
    }
    if (finding.paste) lines.push(...pasteLines(finding.paste));
    if (options.verbose) lines.push(`  fingerprint: ${finding.fingerprint}, confidence: ${finding.confidence}`);
    lines.push("");
  }
  lines.push(...problemLines(report, options, chalk2), ...triageLines(report, options, chalk2));
  lines.push(...summary2(report, chalk2, options.width));
  return `${[...lines, ...triageHints(report).map(escapeText)].join("\n")}
`;
};
function imagesOf({ origin }, { target }) {
  if (origin.kind !== "layer" || target.path === origin.images[0]) return "";
  return `  in ${escapeText(origin.images.join(", "))}`;
}
function headline(finding, chalk2) {
  const { startLine, startColumn } = finding.region;
  const severity = COLORS[finding.severity](chalk2)(finding.severity);
  const masked = finding.masked ? `  ${escapeText(finding.masked)}` : "";
  return `${severity}  ${finding.ruleId}  ${chalk2.dim(`${startLine}:${startColumn}`)}${masked}`;
}
function frame(finding, chalk2, width) {
  const { startLine, lines } = finding.excerpt;
  if (lines.length === 0) return [];
  const gutter = String(startLine + lines.length - 1).length;
  const room = Math.max(20, width - gutter - 6);
  return [
    "",
    ...lines.map((line, i) => {
      const number = startLine + i;
      const isMarked2 = number >= finding.region.startLine && number <= finding.region.endLine;
      const mark = isMarked2 ? chalk2.red(">") : " ";
      const shown = clip(escapeText(line.replaceAll("	", "  ")), room);
      return `${mark} ${chalk2.dim(`${String(number).padStart(gutter)} |`)} ${shown}`.trimEnd();
    }),
    ""
  ];
}
function clip(line, room) {
  if (line.length <= room) return line;
  const at = Math.max(0, line.indexOf("****"));
  const start = at + 12 < room ? 0 : at - Math.floor(room / 2);
  const end = start + room - (start > 0 ? 2 : 1);
  return `${start > 0 ? "\u2026" : ""}${line.slice(start, end).toWellFormed()}${end < line.length ? "\u2026" : ""}`;
}
function wrap(label, words, width) {
  const indent = " ".repeat(label.length + 2);
  const lines = [`  ${label}`];
  for (const word of words.split(" ")) {
    const last = lines.at(-1);
    if (last.length + word.length + 1 > width && last.trim() !== label.trim()) lines.push(`${indent}${word}`);
    else lines[lines.length - 1] = last.endsWith(" ") ? last + word : `${last} ${word}`;
  }
  return lines.map((line) => escapeText(line.trimEnd()));
}
function pasteLines(paste) {
  return ["  write:", ...paste.split("\n").map((line) => `    ${escapeText(line)}`)];
}
function problemLines(report, options, chalk2) {
  const isShown = ({ kind, code }) => kind === "unread" || isSuppression(code) || options.verbose;
  const shown = report.problems.filter(isShown);
  if (shown.length === 0) return [];
  const rows = shown.flatMap(({ path, line, message }) => {
    const place = `${escapeText(path ?? "")}${line === void 0 ? "" : `:${line}`}`;
    return wrap("", `${place}: ${escapeText(message)}`, options.width);
  });
  const heading = shown.every(({ code }) => isSuppression(code)) ? "to be mended" : "not looked at";
  return [chalk2.bold(heading), ...rows, ""];
}
function isSuppression(code) {
  return code.startsWith("suppression-");
}
function triageLines(report, options, chalk2) {
  if (!options.verbose) return [];
  const { suppressed, baselined, unusedSuppressions } = triageOf(report);
  const place = ({ origin, region }) => `${escapeText(origin.path)}:${region.startLine}`;
  const list2 = (heading, rows) => rows.length === 0 ? [] : [chalk2.bold(heading), ...rows.map((row) => `  ${row}`), ""];
  return [
    ...list2(
      "suppressed",
      suppressed.map(({ finding, reason }) => `${place(finding)}: ${finding.ruleId} -- ${escapeText(reason)}`)
    ),
    ...list2(
      "baselined",
      baselined.map((finding) => `${place(finding)}: ${finding.ruleId}`)
    ),
    ...list2(
      "suppressions that suppress nothing",
      unusedSuppressions.map(({ by, path, line, names: names3 }) => {
        const where = by === "config" ? `.vaultcheck.yml: ${path}` : `${path}:${line}`;
        return escapeText(`${where}: ${names3.join(", ")}`);
      })
    )
  ];
}
function summary2(report, chalk2, width) {
  const counts = [...SEVERITIES].reverse().flatMap((severity) => {
    const count = report.findings.filter((finding) => finding.severity === severity).length;
    return count > 0 ? [COLORS[severity](chalk2)(`${count} ${severity}`)] : [];
  });
  const { files: files2, bytes, binary, excluded } = report.coverage;
  const unread2 = report.problems.filter((problem) => problem.kind === "unread").length;
  const notes = report.problems.length - unread2;
  const parts = [`${files2} ${files2 === 1 ? "file" : "files"}`, `${(bytes / 1e6).toFixed(1)} MB`];
  if (binary > 0) parts.push(`${binary} binary`);
  if (excluded > 0) parts.push(`${excluded} left out`);
  const others = triageCounts(report);
  if (others) parts.push(others);
  const unused = triageOf(report).unusedSuppressions.length;
  if (unused > 0) parts.push(`${unused} unused ${unused === 1 ? "suppression" : "suppressions"}`);
  if (unread2 > 0) parts.push(`${unread2} not looked at`);
  if (notes > 0) parts.push(`${notes} coverage ${notes === 1 ? "note" : "notes"}`);
  const total = report.findings.length;
  const found = total === 0 ? "no findings" : `${total} ${total === 1 ? "finding" : "findings"} (${counts.join(", ")})`;
  const whole = `${found} in ${parts.join(", ")}`;
  return stripVTControlCharacters(whole).length <= width ? [whole] : [found, `in ${parts.join(", ")}`];
}

// src/reporters/index.ts
var REPORTERS = { text, json, sarif, github, junit, markdown };

// src/scan.ts
import { setImmediate as nextTurn } from "node:timers/promises";

// rules/detectors.ts
var DETECTORS = [
  { "type": "detector", "id": "secrets/age-secret-key", "family": "secrets", "title": "age secret key", "severity": "critical", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58})(?![A-Za-z0-9_-])", "minEntropy": 3, "why": "whoever reads it decrypts every file that was encrypted for it", "fix": "revoke it in age, and let the service read a new one from Vault at run time", "references": ["https://age-encryption.org/"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["AGE-SECRET-KEY-1"], "at": [9], "anyCase": false, "least": 0, "most": 0, "steps": [["", 0, "0029AACHJNPZ", 24]] }], "first": "AA", "longest": 74, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/anthropic-key", "family": "secrets", "title": "Anthropic API key", "severity": "high", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>sk-ant-(?:api|admin)\\d{2}-[A-Za-z0-9_-]{80,120})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "sk-ant-", "why": "whoever reads it acts in Anthropic as its owner", "fix": "revoke it in Anthropic, and let the service read a new one from Vault at run time", "references": ["https://docs.anthropic.com/"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["sk-ant-"], "at": [0], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "aa", 1], ["aaddiimnpp", 4, "09", 2], ["", 0, "--", 1], ["", 0, "--09AZ__az", 24]] }], "first": "ss", "longest": 135, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/artifactory-token", "family": "secrets", "title": "Artifactory token", "severity": "high", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>(?:AKCp[A-Za-z0-9]{69}|cmVmdGtuOj[A-Za-z0-9+/]{54}))(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "AKCp", "why": "whoever reads it acts in Artifactory as its owner", "fix": "revoke it in Artifactory, and let the service read a new one from Vault at run time", "references": ["https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["AKCp"], "at": [1], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "09AZaz", 24]] }, { "texts": ["cmVmdGtuOj"], "at": [1], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "++/9AZaz", 24]] }], "first": "AAcc", "longest": 73, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/assigned-password", "family": "secrets", "title": "password assigned in plain text", "severity": "high", "confidence": "medium", "catalogue": ["VS401"], "cwe": [798], "pattern": `(?<![A-Za-z])(?:[A-Za-z0-9]{1,30}[_.-]){0,4}(?:[a-z]{0,20}[Pp]ass(?:word|wd|phrase)|[A-Z]{0,20}PASS(?:WORD|WD|PHRASE)|[Pp]asswd|PGPASS|pwd|PWD|DB_PASS|db_pass|dbPass)["\\']?\\s{0,6}(?::=|=>|={1,3}|:)\\s{0,6}(?:"(?<!["\\'])|["\\']|)(?<secret>[^\\s"\\'\`,;(){}\\[\\]<>$#%\\\\]{6,100})(?=["\\'\`\\s,;]|$)`, "generic": true, "minEntropy": 2.6, "why": "whoever reads it logs in as the service", "fix": "change the password, and let the service read it from Vault at run time, or let Vault make short-lived ones", "references": ["https://owasp.org/www-project-top-ten/2017/A2_2017-Broken_Authentication"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["password", "passwd", "passphrase"], "at": [2, 3, 4], "anyCase": true, "least": 0, "most": 144, "between": "-.09AZ__az", "steps": [[`	\r  ""''\x80\xFF`, 19, "::==", 1], [`	\r  ""''::=>\x80\xFF`, 21, "\0\b!!&&*+-:==?Z^_az||~\x7F\x80\xFF", 6]] }, { "texts": ["PASSWORD", "PASSWD", "PASSPHRASE"], "at": [2, 3, 4], "anyCase": false, "least": 0, "most": 144, "between": "-.09AZ__az", "steps": [[`	\r  ""''\x80\xFF`, 19, "::==", 1], [`	\r  ""''::=>\x80\xFF`, 21, "\0\b!!&&*+-:==?Z^_az||~\x7F\x80\xFF", 6]] }, { "texts": ["passwd"], "at": [3], "anyCase": true, "least": 0, "most": 124, "between": "-.09AZ__az", "steps": [[`	\r  ""''\x80\xFF`, 19, "::==", 1], [`	\r  ""''::=>\x80\xFF`, 21, "\0\b!!&&*+-:==?Z^_az||~\x7F\x80\xFF", 6]] }, { "texts": ["PGPASS"], "at": [0], "anyCase": false, "least": 0, "most": 124, "between": "-.09AZ__az", "steps": [[`	\r  ""''\x80\xFF`, 19, "::==", 1], [`	\r  ""''::=>\x80\xFF`, 21, "\0\b!!&&*+-:==?Z^_az||~\x7F\x80\xFF", 6]] }, { "texts": ["pwd"], "at": [0], "anyCase": false, "least": 0, "most": 124, "between": "-.09AZ__az", "steps": [[`	\r  ""''\x80\xFF`, 19, "::==", 1], [`	\r  ""''::=>\x80\xFF`, 21, "\0\b!!&&*+-:==?Z^_az||~\x7F\x80\xFF", 6]] }, { "texts": ["PWD"], "at": [0], "anyCase": false, "least": 0, "most": 124, "between": "-.09AZ__az", "steps": [[`	\r  ""''\x80\xFF`, 19, "::==", 1], [`	\r  ""''::=>\x80\xFF`, 21, "\0\b!!&&*+-:==?Z^_az||~\x7F\x80\xFF", 6]] }, { "texts": ["DB_PASS"], "at": [0], "anyCase": false, "least": 0, "most": 124, "between": "-.09AZ__az", "steps": [[`	\r  ""''\x80\xFF`, 19, "::==", 1], [`	\r  ""''::=>\x80\xFF`, 21, "\0\b!!&&*+-:==?Z^_az||~\x7F\x80\xFF", 6]] }, { "texts": ["db_pass"], "at": [0], "anyCase": false, "least": 0, "most": 124, "between": "-.09AZ__az", "steps": [[`	\r  ""''\x80\xFF`, 19, "::==", 1], [`	\r  ""''::=>\x80\xFF`, 21, "\0\b!!&&*+-:==?Z^_az||~\x7F\x80\xFF", 6]] }, { "texts": ["dbPass"], "at": [0], "anyCase": false, "least": 0, "most": 124, "between": "-.09AZ__az", "steps": [[`	\r  ""''\x80\xFF`, 19, "::==", 1], [`	\r  ""''::=>\x80\xFF`, 21, "\0\b!!&&*+-:==?Z^_az||~\x7F\x80\xFF", 6]] }], "first": "-.09AZ__az", "longest": 495, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/assigned-secret", "family": "secrets", "title": "key or token assigned in plain text", "severity": "high", "confidence": "low", "cwe": [798], "pattern": `(?<![A-Za-z])(?:[A-Za-z0-9]{1,30}[_.-]){0,4}[A-Za-z]{0,20}(?:[Ss]ecret|SECRET|[Tt]oken|TOKEN|[Aa]pi[_-]?[Kk]ey|API_?KEY|[Aa]ccess[_-]?[Kk]ey|ACCESS_?KEY|[Ss]ecret[_-]?[Kk]ey|SECRET_?KEY|[Pp]rivate[_-]?[Kk]ey|PRIVATE_?KEY|[Ee]ncryption[_-]?[Kk]ey|ENCRYPTION_?KEY|[Ss]igning[_-]?[Kk]ey|SIGNING_?KEY|(?:[Mm]aster|[Aa]pp)[_-]?[Kk]ey|(?:MASTER|APP)_?KEY|[Cc]redentials?|CREDENTIALS?)["\\']?\\s{0,6}(?::=|=>|={1,3}|:)\\s{0,6}["\\']?(?:base64:)?(?<secret>[A-Za-z0-9_+/.=~!@^&*-]{12,200})(?=["\\'\`\\s,;]|$)`, "generic": true, "minEntropy": 3.3, "reject": "^[^0-9]+$|^[a-z]+(?:[-_.][a-z0-9]+)*$|^[A-Z_]+$", "why": "whoever reads it acts in that service as its owner", "fix": "revoke it, and let the service read it from Vault at run time", "references": ["https://cwe.mitre.org/data/definitions/798.html"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["secret", "token", "apikey", "api-key", "api_key", "accesskey", "access-key", "access_key", "secretkey", "secret-key", "secret_key", "privatekey", "private-key", "private_key", "encryptionkey", "encryption-key", "encryption_key", "signingkey", "signing-key", "signing_key", "masterkey", "master-key", "master_key", "appkey", "app-key", "app_key", "credential", "credentials"], "at": [1, 0, 1, 2, 2, 4, 5, 5, 4, 5, 5, 7, 6, 6, 10, 9, 9, 6, 6, 6, 6, 5, 5, 3, 2, 2, 7, 7], "anyCase": true, "least": 0, "most": 144, "between": "-.09AZ__az", "steps": [[`	\r  ""''\x80\xFF`, 19, "::==", 1], [`	\r  ""''4466::=>abeess\x80\xFF`, 28, "!!&&*+-9==@Z^_az~~", 12]] }], "first": "-.09AZ__az", "longest": 406, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/atlassian-token", "family": "secrets", "title": "Atlassian API token", "severity": "high", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>ATATT3[A-Za-z0-9_=-]{180,200})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "ATAT", "why": "whoever reads it acts in Atlassian as its owner", "fix": "revoke it in Atlassian, and let the service read a new one from Vault at run time", "references": ["https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["ATATT3"], "at": [3], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "--09==AZ__az", 24]] }], "first": "AA", "longest": 206, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/authorization-header", "family": "secrets", "title": "credential in an Authorization header", "severity": "high", "confidence": "medium", "cwe": [798], "pattern": `authorization["\\']?\\s{0,4}[:=,]\\s{0,4}["\\']?(?:bearer|basic|token)\\s{1,3}(?<secret>[A-Za-z0-9_+/.=~-]{12,600})`, "ignoreCase": true, "generic": true, "minEntropy": 3, "why": "whoever reads it acts in that service as its owner", "fix": "revoke it, and read it from Vault at run time", "references": ["https://www.rfc-editor.org/rfc/rfc9110#section-11.6.2"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["authorization"], "at": [7], "anyCase": true, "least": 0, "most": 0, "steps": [[`	\r  ""''\x80\xFF`, 13, ",,::==", 1], [`	\r  ""''\x80\xFF`, 13, "BBTTbbtt", 1], ["ACEEIIKKNORTaceeiikknort", 5, "	\r  \x80\xFF", 1], ["	\r  \x80\xFF", 8, "++-9==AZ__az~~", 12]] }], "first": "AAaa", "longest": 655, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/aws-access-key-id", "family": "secrets", "title": "AWS access key id", "severity": "high", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "AKIA", "stopWords": ["example"], "why": "whoever reads it acts in AWS as its owner", "fix": "deactivate the key in IAM; use a role, or the AWS secrets engine of Vault", "references": ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["AKIA"], "at": [1], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "27AZ", 16]] }, { "texts": ["ASIA"], "at": [1], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "27AZ", 16]] }, { "texts": ["ABIA"], "at": [1], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "27AZ", 16]] }, { "texts": ["ACCA"], "at": [0], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "27AZ", 16]] }], "first": "AA", "longest": 20, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/aws-secret-access-key", "family": "secrets", "title": "AWS secret access key", "severity": "critical", "confidence": "high", "cwe": [798], "pattern": `(?:aws[_-]?)?secret[_-]?(?:access[_-]?)?key(?:[_-]?id)?["\\']?\\s{0,4}(?::=|[:=]|=>|,)\\s{0,4}["\\']?(?<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])`, "ignoreCase": true, "minEntropy": 3.5, "stopWords": ["example"], "why": "with its key id it acts in AWS as its owner", "fix": "deactivate the key in IAM; use a role, or the AWS secrets engine of Vault", "references": ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["secretkey", "secretaccesskey", "secretaccess-key", "secretaccess_key", "secret-key", "secret-accesskey", "secret-access-key", "secret-access_key", "secret_key", "secret_accesskey", "secret_access-key", "secret_access_key"], "at": [4, 10, 11, 11, 5, 11, 12, 12, 5, 11, 12, 12], "anyCase": true, "least": 0, "most": 4, "between": "--AASSWW__aassww", "steps": [[`	\r  ""''--DDII__ddii\x80\xFF`, 16, ",,::==", 1], [`	\r  ""'',,::=>\x80\xFF`, 14, "++/9AZaz", 24]] }], "first": "--AASSWW__aassww", "longest": 92, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/azure-ad-client-secret", "family": "secrets", "title": "Azure AD client secret", "severity": "critical", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>[A-Za-z0-9_~.-]{3}8Q~[A-Za-z0-9_~.-]{31,34})(?![A-Za-z0-9_-])", "minEntropy": 3, "why": "whoever reads it acts in Azure as its owner", "fix": "revoke it in Azure, and let the service read a new one from Vault at run time", "references": ["https://learn.microsoft.com/entra/identity-platform/"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["8Q~"], "at": [0], "anyCase": false, "least": 3, "most": 3, "before": "-.09AZ__az~~", "steps": [["", 0, "-.09AZ__az~~", 24]] }], "first": "-.09AZ__az~~", "longest": 40, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/azure-storage-key", "family": "secrets", "title": "Azure storage account key", "severity": "critical", "confidence": "high", "cwe": [798], "pattern": `(?:AccountKey|storage[_-]?(?:account[_-]?)?key)["\\']?\\s{0,4}[:=]\\s{0,4}["\\']?(?<secret>[A-Za-z0-9+/]{86}==)`, "ignoreCase": true, "minEntropy": 4, "why": "it reads and writes all data of the storage account", "fix": "regenerate the key; use managed identity, or the Azure secrets engine of Vault", "references": ["https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["accountkey"], "at": [7], "anyCase": true, "least": 0, "most": 0, "steps": [[`	\r  ""''\x80\xFF`, 13, "::==", 1], [`	\r  ""''\x80\xFF`, 13, "++/9AZaz", 24], ["++/9AZaz", 62, "==", 2]] }, { "texts": ["key"], "at": [0], "anyCase": true, "least": 7, "most": 16, "between": "--AACCEEGGNORU__aacceeggnoru", "steps": [[`	\r  ""''\x80\xFF`, 13, "::==", 1], [`	\r  ""''\x80\xFF`, 13, "++/9AZaz", 24], ["++/9AZaz", 62, "==", 2]] }], "first": "AASSaass", "longest": 134, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/curl-user-password", "family": "secrets", "title": "password in a curl command", "severity": "high", "confidence": "medium", "cwe": [798], "pattern": `\\bcurl\\b[^\\n]{0,200}?\\s(?:-u|--user)[ =]?["\\']?[^\\s:"\\'$]{1,80}:(?<secret>[^\\s"\\'$]{4,100})`, "generic": true, "minEntropy": 2.5, "why": "it stands in the shell history and in the process list as well", "fix": "change the password, and use `--netrc-file` or a token read from Vault", "references": ["https://curl.se/docs/manpage.html#-u"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["curl"], "at": [1], "anyCase": false, "least": 0, "most": 0, "steps": [["\0	\v\x7F\x80\xFF", 600, "	\r  \x80\xFF", 1], ["\0\x7F\x80\xFF", 602, "--", 1], ["\0\x7F\x80\xFF", 609, "\0\b!!##%&(9;\x7F\x80\xFF", 1], ["\0\x7F\x80\xFF", 848, "::", 1]] }], "first": "cc", "longest": 1156, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/database-url", "family": "secrets", "title": "password in a connection URL", "severity": "high", "confidence": "high", "catalogue": ["VS401"], "cwe": [798], "pattern": `(?<![A-Za-z0-9+.-])(?:postgres(?:ql)?(?:\\+\\w{1,12})?|mysql2?(?:\\+\\w{1,12})?|mariadb|mongodb(?:\\+srv)?|rediss?|amqps?|mssql|sqlserver|cockroachdb|clickhouse|couchdb|jdbc:\\w{1,16}):\\/\\/[^\\s:@/"\\'<>{}$]{0,80}:(?<secret>[^\\s:@/"\\'<>]{3,120})@[\\w.\\[\\]-]{2,200}`, "generic": true, "why": "whoever reads it logs in to the database as the service", "fix": "change the password, and let Vault make a short-lived user (`database/creds/ROLE`)", "references": ["https://developer.hashicorp.com/vault/docs/secrets/databases"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["postgres"], "at": [3], "anyCase": false, "least": 0, "most": 0, "before": "\0*,,//:@[`{\x7F\x80\xFF", "steps": [["++09AZ__az", 15, "::", 1], ["", 0, "//", 2], ["\0\b!!##%&(.09;;==??Az||~\x7F\x80\xFF", 240, "::", 1], ["", 0, "\0\b!!#&(.09;;==??A\x7F\x80\xFF", 3]] }, { "texts": ["mysql"], "at": [1], "anyCase": false, "least": 0, "most": 0, "before": "\0*,,//:@[`{\x7F\x80\xFF", "steps": [["++09AZ__az", 14, "::", 1], ["", 0, "//", 2], ["\0\b!!##%&(.09;;==??Az||~\x7F\x80\xFF", 240, "::", 1], ["", 0, "\0\b!!#&(.09;;==??A\x7F\x80\xFF", 3]] }, { "texts": ["mariadb"], "at": [3], "anyCase": false, "least": 0, "most": 0, "before": "\0*,,//:@[`{\x7F\x80\xFF", "steps": [["", 0, "::", 1], ["", 0, "//", 2], ["\0\b!!##%&(.09;;==??Az||~\x7F\x80\xFF", 240, "::", 1], ["", 0, "\0\b!!#&(.09;;==??A\x7F\x80\xFF", 3]] }, { "texts": ["mongodb"], "at": [4], "anyCase": false, "least": 0, "most": 0, "before": "\0*,,//:@[`{\x7F\x80\xFF", "steps": [["++rsvv", 4, "::", 1], ["", 0, "//", 2], ["\0\b!!##%&(.09;;==??Az||~\x7F\x80\xFF", 240, "::", 1], ["", 0, "\0\b!!#&(.09;;==??A\x7F\x80\xFF", 3]] }, { "texts": ["redis"], "at": [2], "anyCase": false, "least": 0, "most": 0, "before": "\0*,,//:@[`{\x7F\x80\xFF", "steps": [["ss", 1, "::", 1], ["", 0, "//", 2], ["\0\b!!##%&(.09;;==??Az||~\x7F\x80\xFF", 240, "::", 1], ["", 0, "\0\b!!#&(.09;;==??A\x7F\x80\xFF", 3]] }, { "texts": ["amqp"], "at": [1], "anyCase": false, "least": 0, "most": 0, "before": "\0*,,//:@[`{\x7F\x80\xFF", "steps": [["ss", 1, "::", 1], ["", 0, "//", 2], ["\0\b!!##%&(.09;;==??Az||~\x7F\x80\xFF", 240, "::", 1], ["", 0, "\0\b!!#&(.09;;==??A\x7F\x80\xFF", 3]] }, { "texts": ["mssql"], "at": [2], "anyCase": false, "least": 0, "most": 0, "before": "\0*,,//:@[`{\x7F\x80\xFF", "steps": [["", 0, "::", 1], ["", 0, "//", 2], ["\0\b!!##%&(.09;;==??Az||~\x7F\x80\xFF", 240, "::", 1], ["", 0, "\0\b!!#&(.09;;==??A\x7F\x80\xFF", 3]] }, { "texts": ["sqlserver"], "at": [0], "anyCase": false, "least": 0, "most": 0, "before": "\0*,,//:@[`{\x7F\x80\xFF", "steps": [["", 0, "::", 1], ["", 0, "//", 2], ["\0\b!!##%&(.09;;==??Az||~\x7F\x80\xFF", 240, "::", 1], ["", 0, "\0\b!!#&(.09;;==??A\x7F\x80\xFF", 3]] }, { "texts": ["cockroachdb"], "at": [8], "anyCase": false, "least": 0, "most": 0, "before": "\0*,,//:@[`{\x7F\x80\xFF", "steps": [["", 0, "::", 1], ["", 0, "//", 2], ["\0\b!!##%&(.09;;==??Az||~\x7F\x80\xFF", 240, "::", 1], ["", 0, "\0\b!!#&(.09;;==??A\x7F\x80\xFF", 3]] }, { "texts": ["clickhouse"], "at": [4], "anyCase": false, "least": 0, "most": 0, "before": "\0*,,//:@[`{\x7F\x80\xFF", "steps": [["", 0, "::", 1], ["", 0, "//", 2], ["\0\b!!##%&(.09;;==??Az||~\x7F\x80\xFF", 240, "::", 1], ["", 0, "\0\b!!#&(.09;;==??A\x7F\x80\xFF", 3]] }, { "texts": ["couchdb"], "at": [4], "anyCase": false, "least": 0, "most": 0, "before": "\0*,,//:@[`{\x7F\x80\xFF", "steps": [["", 0, "::", 1], ["", 0, "//", 2], ["\0\b!!##%&(.09;;==??Az||~\x7F\x80\xFF", 240, "::", 1], ["", 0, "\0\b!!#&(.09;;==??A\x7F\x80\xFF", 3]] }, { "texts": ["jdbc:"], "at": [0], "anyCase": false, "least": 0, "most": 0, "before": "\0*,,//:@[`{\x7F\x80\xFF", "steps": [["", 0, "09AZ__az", 1], ["09AZ__az", 15, "::", 1], ["", 0, "//", 2], ["\0\b!!##%&(.09;;==??Az||~\x7F\x80\xFF", 240, "::", 1]] }], "first": "aaccjjmmpprs", "longest": 828, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/databricks-token", "family": "secrets", "title": "Databricks token", "severity": "high", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>dapi[0-9a-f]{32}(?:-\\d)?)(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "dapi", "why": "whoever reads it acts in Databricks as its owner", "fix": "revoke it in Databricks, and let the service read a new one from Vault at run time", "references": ["https://docs.databricks.com/dev-tools/auth/"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["dapi"], "at": [0], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "09af", 24]] }], "first": "dd", "longest": 38, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/digitalocean-token", "family": "secrets", "title": "DigitalOcean token", "severity": "critical", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>do[por]_v1_[0-9a-f]{64})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "dop_", "why": "whoever reads it acts in DigitalOcean as its owner", "fix": "revoke it in DigitalOcean, and let the service read a new one from Vault at run time", "references": ["https://docs.digitalocean.com/reference/api/"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["_v1_"], "at": [1], "anyCase": false, "least": 3, "most": 3, "before": "oprr", "steps": [["", 0, "09af", 24]] }], "first": "dd", "longest": 71, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/docker-config-auth", "family": "secrets", "title": "registry credential in a Docker config.json", "severity": "high", "confidence": "high", "cwe": [798], "pattern": '"auth"\\s{0,10}:\\s{0,10}"(?<secret>[A-Za-z0-9+/]{12,400}={0,2})"', "minEntropy": 3.2, "files": "(?:^|/)(?:config\\.json|\\.dockercfg|\\.dockerconfigjson|docker-config\\.json)$", "why": "it is user and password in base64: whoever reads it pulls and pushes images", "fix": "change the password, and use a credential helper", "references": ["https://docs.docker.com/reference/cli/docker/login/"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ['"auth"'], "at": [0], "anyCase": false, "least": 0, "most": 0, "steps": [["	\r  \x80\xFF", 30, "::", 1], ["	\r  \x80\xFF", 30, '""', 1], ["", 0, "++/9AZaz", 12], ["++/9==AZaz", 390, '""', 1]] }], "first": '""', "longest": 471, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/docker-hub-token", "family": "secrets", "title": "Docker personal access token", "severity": "critical", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>dckr_[po]at_[A-Za-z0-9_-]{24,36})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "dckr", "why": "whoever reads it acts in Docker Hub as its owner", "fix": "revoke it in Docker Hub, and let the service read a new one from Vault at run time", "references": ["https://docs.docker.com/security/access-tokens/"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["dckr_"], "at": [2], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "op", 1], ["", 0, "aa", 1], ["", 0, "tt", 1], ["", 0, "__", 1]] }], "first": "dd", "longest": 45, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/doppler-token", "family": "secrets", "title": "Doppler token", "severity": "high", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>dp\\.(?:pt|st|ct|sa|scim|audit)\\.(?:[a-z0-9_-]{2,35}\\.)?[A-Za-z0-9]{40,44})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "dp.", "why": "whoever reads it acts in Doppler as its owner", "fix": "revoke it in Doppler, and let the service read a new one from Vault at run time", "references": ["https://docs.doppler.com/docs/service-tokens"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["dp."], "at": [0], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "aaccppss", 1], ["aacdiimmppsu", 4, "..", 1], ["-.09__az", 36, "09AZaz", 24]] }], "first": "dd", "longest": 89, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/gcp-api-key", "family": "secrets", "title": "Google API key", "severity": "high", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>AIza[A-Za-z0-9_-]{35})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "AIza", "why": "whoever reads it acts in Google Cloud as its owner", "fix": "revoke it in Google Cloud, and let the service read a new one from Vault at run time", "references": ["https://cloud.google.com/docs/authentication/api-keys"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["AIza"], "at": [0], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "--09AZ__az", 24]] }], "first": "AA", "longest": 39, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/gcp-oauth-client-secret", "family": "secrets", "title": "Google OAuth client secret", "severity": "high", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>GOCSPX-[A-Za-z0-9_-]{28})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "GOCSPX-", "why": "whoever reads it acts in Google as its owner", "fix": "revoke it in Google, and let the service read a new one from Vault at run time", "references": ["https://developers.google.com/identity/protocols/oauth2"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["GOCSPX-"], "at": [4], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "--09AZ__az", 24]] }], "first": "GG", "longest": 35, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/github-fine-grained-token", "family": "secrets", "title": "GitHub fine-grained personal access token", "severity": "critical", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "github_pat_", "why": "whoever reads it acts in GitHub as its owner", "fix": "revoke it in GitHub, and let the service read a new one from Vault at run time", "references": ["https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["github_pat_"], "at": [5], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "09AZaz", 22], ["", 0, "__", 1], ["", 0, "09AZaz", 24]] }], "first": "gg", "longest": 93, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/github-oauth-token", "family": "secrets", "title": "GitHub OAuth access token", "severity": "critical", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>gho_[A-Za-z0-9]{36})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "gho_", "why": "whoever reads it acts in GitHub as its owner", "fix": "revoke it in GitHub, and let the service read a new one from Vault at run time", "references": ["https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["gho_"], "at": [1], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "09AZaz", 24]] }], "first": "gg", "longest": 40, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/github-personal-token", "family": "secrets", "title": "GitHub personal access token", "severity": "critical", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>ghp_[A-Za-z0-9]{36})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "ghp_", "why": "whoever reads it acts in GitHub as its owner", "fix": "revoke it in GitHub, and let the service read a new one from Vault at run time", "references": ["https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["ghp_"], "at": [1], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "09AZaz", 24]] }], "first": "gg", "longest": 40, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/github-refresh-token", "family": "secrets", "title": "GitHub refresh token", "severity": "critical", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>ghr_[A-Za-z0-9]{36})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "ghr_", "why": "whoever reads it acts in GitHub as its owner", "fix": "revoke it in GitHub, and let the service read a new one from Vault at run time", "references": ["https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["ghr_"], "at": [1], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "09AZaz", 24]] }], "first": "gg", "longest": 40, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/github-server-token", "family": "secrets", "title": "GitHub app installation token", "severity": "critical", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>ghs_[A-Za-z0-9]{36})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "ghs_", "why": "whoever reads it acts in GitHub as its owner", "fix": "revoke it in GitHub, and let the service read a new one from Vault at run time", "references": ["https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["ghs_"], "at": [1], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "09AZaz", 24]] }], "first": "gg", "longest": 40, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/github-user-token", "family": "secrets", "title": "GitHub app user token", "severity": "critical", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>ghu_[A-Za-z0-9]{36})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "ghu_", "why": "whoever reads it acts in GitHub as its owner", "fix": "revoke it in GitHub, and let the service read a new one from Vault at run time", "references": ["https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["ghu_"], "at": [1], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "09AZaz", 24]] }], "first": "gg", "longest": 40, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/gitlab-deploy-token", "family": "secrets", "title": "GitLab deploy token", "severity": "high", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>gldt-[A-Za-z0-9_.-]{20,60})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "gldt-", "why": "whoever reads it acts in GitLab as its owner", "fix": "revoke it in GitLab, and let the service read a new one from Vault at run time", "references": ["https://docs.gitlab.com/security/tokens/"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["gldt-"], "at": [2], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "-.09AZ__az", 20]] }], "first": "gg", "longest": 65, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/gitlab-job-token", "family": "secrets", "title": "GitLab CI job token", "severity": "high", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>glcbt-[A-Za-z0-9_.-]{20,60})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "glcbt-", "why": "whoever reads it acts in GitLab as its owner", "fix": "revoke it in GitLab, and let the service read a new one from Vault at run time", "references": ["https://docs.gitlab.com/security/tokens/"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["glcbt-"], "at": [1], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "-.09AZ__az", 20]] }], "first": "gg", "longest": 66, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/gitlab-personal-token", "family": "secrets", "title": "GitLab personal access token", "severity": "critical", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>glpat-[A-Za-z0-9_.-]{20,60})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "glpat-", "why": "whoever reads it acts in GitLab as its owner", "fix": "revoke it in GitLab, and let the service read a new one from Vault at run time", "references": ["https://docs.gitlab.com/security/tokens/"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["glpat-"], "at": [0], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "-.09AZ__az", 20]] }], "first": "gg", "longest": 66, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/gitlab-runner-token", "family": "secrets", "title": "GitLab runner authentication token", "severity": "high", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>glrt-[A-Za-z0-9_.-]{20,60})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "glrt-", "why": "whoever reads it acts in GitLab as its owner", "fix": "revoke it in GitLab, and let the service read a new one from Vault at run time", "references": ["https://docs.gitlab.com/security/tokens/"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["glrt-"], "at": [0], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "-.09AZ__az", 20]] }], "first": "gg", "longest": 65, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/gitlab-trigger-token", "family": "secrets", "title": "GitLab pipeline trigger token", "severity": "high", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>glptt-[A-Za-z0-9_.-]{20,60})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "glptt-", "why": "whoever reads it acts in GitLab as its owner", "fix": "revoke it in GitLab, and let the service read a new one from Vault at run time", "references": ["https://docs.gitlab.com/security/tokens/"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["glptt-"], "at": [0], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "-.09AZ__az", 20]] }], "first": "gg", "longest": 66, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/grafana-token", "family": "secrets", "title": "Grafana service account token", "severity": "high", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>(?:glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}|glc_[A-Za-z0-9+/]{32,400}={0,2}))(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "glsa", "why": "whoever reads it acts in Grafana as its owner", "fix": "revoke it in Grafana, and let the service read a new one from Vault at run time", "references": ["https://grafana.com/docs/grafana/latest/administration/service-accounts/"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["glsa_"], "at": [2], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "09AZaz", 24], ["09AZaz", 8, "__", 1], ["", 0, "09af", 8]] }, { "texts": ["glc_"], "at": [1], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "++/9AZaz", 24]] }], "first": "gg", "longest": 406, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/hcp-client-secret", "family": "secrets", "title": "HashiCorp Cloud Platform client secret", "severity": "critical", "confidence": "high", "catalogue": ["VS801"], "cwe": [798], "pattern": `HCP_CLIENT_SECRET["\\']?\\s{0,4}[:=]\\s{0,4}["\\']?(?<secret>[A-Za-z0-9_-]{32,100})`, "ignoreCase": true, "minEntropy": 3.5, "why": "it logs in to HashiCorp Cloud Platform as its service principal", "fix": "delete the key in HCP, and use workload identity federation", "references": ["https://developer.hashicorp.com/hcp/docs/hcp/iam/service-principal"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["hcp_client_secret"], "at": [1], "anyCase": true, "least": 0, "most": 0, "steps": [[`	\r  ""''\x80\xFF`, 13, "::==", 1], [`	\r  ""''\x80\xFF`, 13, "--09AZ__az", 24]] }], "first": "HHhh", "longest": 144, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/hugging-face-token", "family": "secrets", "title": "Hugging Face token", "severity": "high", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>hf_[A-Za-z]{34})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "hf_", "why": "whoever reads it acts in Hugging Face as its owner", "fix": "revoke it in Hugging Face, and let the service read a new one from Vault at run time", "references": ["https://huggingface.co/docs/hub/security-tokens"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["hf_"], "at": [0], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "AZaz", 24]] }], "first": "hh", "longest": 37, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/jwt", "family": "secrets", "title": "JSON Web Token", "severity": "medium", "confidence": "medium", "cwe": [798], "pattern": "(?<![\\w.-])(?<secret>eyJ[A-Za-z0-9_-]{14,1500}\\.eyJ[A-Za-z0-9_-]{14,3000}\\.[A-Za-z0-9_-]{20,700})(?![\\w-])", "minEntropy": 4, "prefix": "eyJ", "why": "whoever reads it acts as its subject until it expires", "fix": "let it expire or revoke it, and use short-lived tokens from Vault or the identity provider", "references": ["https://www.rfc-editor.org/rfc/rfc7519"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": [".eyJ"], "at": [1], "anyCase": false, "least": 17, "most": 1503, "before": "--09AZ__az", "between": "--09AZ__az", "steps": [["", 0, "--09AZ__az", 14]] }], "first": "ee", "longest": 5208, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/linear-key", "family": "secrets", "title": "Linear API key", "severity": "high", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>lin_api_[A-Za-z0-9]{40})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "lin_", "why": "whoever reads it acts in Linear as its owner", "fix": "revoke it in Linear, and let the service read a new one from Vault at run time", "references": ["https://linear.app/developers"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["lin_api_"], "at": [5], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "09AZaz", 24]] }], "first": "ll", "longest": 48, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/mailgun-key", "family": "secrets", "title": "Mailgun API key", "severity": "high", "confidence": "high", "cwe": [798], "pattern": "(?<![\\w-])(?<secret>key-[0-9a-f]{32})(?![\\w-])", "minEntropy": 3, "prefix": "key-", "why": "whoever reads it sends mail in your name", "fix": "rotate the key in Mailgun, and read it from Vault at run time", "references": ["https://documentation.mailgun.com/"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["key-"], "at": [0], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "09af", 24]] }], "first": "kk", "longest": 36, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/new-relic-key", "family": "secrets", "title": "New Relic user key", "severity": "high", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>NRAK-[A-Z0-9]{27})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "NRAK", "why": "whoever reads it acts in New Relic as its owner", "fix": "revoke it in New Relic, and let the service read a new one from Vault at run time", "references": ["https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["NRAK-"], "at": [2], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "09AZ", 24]] }], "first": "NN", "longest": 32, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/npm-auth-line", "family": "secrets", "title": "credential in an .npmrc line", "severity": "high", "confidence": "medium", "cwe": [798], "pattern": `//[^/\\s]{3,200}/[^:\\s]{0,200}:(?:_authToken|_password|_auth)\\s{0,4}=\\s{0,4}["\\']?(?<secret>[A-Za-z0-9_=+/.-]{8,300})`, "ignoreCase": true, "generic": true, "minEntropy": 3, "why": "whoever reads it publishes packages as its owner", "fix": "revoke the token, and write `${NPM_TOKEN}` into the file", "references": ["https://docs.npmjs.com/cli/configuring-npm/npmrc"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": [":_authtoken", ":_password", ":_auth"], "at": [0, 0, 0], "anyCase": true, "least": 6, "most": 1203, "between": "\0\b!\x7F\x80\xFF", "steps": [["	\r  \x80\xFF", 12, "==", 1], [`	\r  ""''\x80\xFF`, 13, "++-9==AZ__az", 8]] }], "first": "//", "longest": 1540, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/npm-token", "family": "secrets", "title": "npm access token", "severity": "critical", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>npm_[A-Za-z0-9]{36})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "npm_", "why": "whoever reads it acts in npm as its owner", "fix": "revoke it in npm, and let the service read a new one from Vault at run time", "references": ["https://docs.npmjs.com/about-access-tokens"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["npm_"], "at": [1], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "09AZaz", 24]] }], "first": "nn", "longest": 40, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/onepassword-token", "family": "secrets", "title": "1Password service account token", "severity": "critical", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>ops_eyJ[A-Za-z0-9+/]{200,900}={0,3})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "ops_", "why": "whoever reads it acts in 1Password as its owner", "fix": "revoke it in 1Password, and let the service read a new one from Vault at run time", "references": ["https://developer.1password.com/docs/service-accounts/"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["ops_eyJ"], "at": [3], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "++/9AZaz", 24]] }], "first": "oo", "longest": 910, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/openai-key", "family": "secrets", "title": "OpenAI API key", "severity": "high", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>sk-(?:(?:proj|svcacct|admin)-[A-Za-z0-9_-]{40,200}|[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}))(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "sk-", "why": "whoever reads it acts in OpenAI as its owner", "fix": "revoke it in OpenAI, and let the service read a new one from Vault at run time", "references": ["https://platform.openai.com/docs/api-reference/authentication"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["sk-"], "at": [0], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "09AZaz", 1]] }], "first": "ss", "longest": 211, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/password-argument", "family": "secrets", "title": "password in the arguments of a command", "severity": "high", "confidence": "medium", "catalogue": ["VS401"], "cwe": [214, 798], "pattern": `(?<![\\w-])--(?:[a-z]{1,20}-){0,3}(?:pass(?:word|wd|phrase)?|requirepass)(?:=|\\s{1,3}|["']\\s{0,3},\\s{0,3})["']?(?<secret>[^\\s"'\`,;(){}\\[\\]<>$#%\\\\-][^\\s"'\`,;(){}\\[\\]<>$#%\\\\]{5,100})(?=["'\`\\s,;]|$)`, "generic": true, "minEntropy": 2.6, "why": "it stands in the process list and in the shell's history as well as in the file", "fix": "change the password, and let the program read it from a file that Vault Agent writes", "references": ["https://cwe.mitre.org/data/definitions/214.html"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["pass", "password", "passwd", "passphrase", "requirepass"], "at": [1, 2, 3, 4, 3], "anyCase": false, "least": 2, "most": 65, "between": "--az", "steps": [["", 0, `	\r  ""''==\x80\xFF`, 1], [`	\r  ""'',,==\x80\xFF`, 20, "\0\b!!&&*+.:==?Z^_az||~\x7F\x80\xFF", 1], [`\0"&'*,.:==?Z^_az||~\x7F\x80\xFF`, 22, "\0\b!!&&*+-:==?Z^_az||~\x7F\x80\xFF", 5]] }], "first": "--", "longest": 400, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/postman-key", "family": "secrets", "title": "Postman API key", "severity": "high", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>PMAK-[0-9a-f]{24}-[0-9a-f]{34})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "PMAK", "why": "whoever reads it acts in Postman as its owner", "fix": "revoke it in Postman, and let the service read a new one from Vault at run time", "references": ["https://learning.postman.com/docs/developer/postman-api/authentication/"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["PMAK-"], "at": [2], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "09af", 24], ["", 0, "--", 1], ["", 0, "09af", 24]] }], "first": "PP", "longest": 64, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/private-key", "family": "secrets", "title": "private key", "severity": "critical", "confidence": "high", "cwe": [321, 798], "pattern": "-----BEGIN (?:RSA |EC |DSA |OPENSSH |PGP |SSH2 ENCRYPTED )?PRIVATE KEY(?: BLOCK)?-----(?<secret>(?:\\\\r|\\\\n|[\\sA-Za-z0-9+/=:.,()-]){64,16000}?)-----END ", "minEntropy": 3, "why": "whoever reads the key is its owner: it logs in, signs or decrypts in its name", "fix": "make a new key pair, replace the public half everywhere, and keep the private half in Vault (PKI, SSH or transit engine)", "references": ["https://www.rfc-editor.org/rfc/rfc7468"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(a)(2)(iv)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "nist-800-53", "control": "SC-12" }, { "framework": "pci-dss-4", "control": "3.6.1" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["PRIVATE KEY"], "at": [8], "anyCase": false, "least": 11, "most": 26, "between": "  --22AEGINPRTYY", "steps": [["  BCKLOO", 6, "--", 5], ["", 0, "	\r  ()+:==AZ\\\\az\x80\xFF", 1]] }], "first": "--", "longest": 48057, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/pulumi-token", "family": "secrets", "title": "Pulumi access token", "severity": "high", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>pul-[0-9a-f]{40})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "pul-", "why": "whoever reads it acts in Pulumi as its owner", "fix": "revoke it in Pulumi, and let the service read a new one from Vault at run time", "references": ["https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["pul-"], "at": [1], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "09af", 24]] }], "first": "pp", "longest": 44, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/putty-private-key", "family": "secrets", "title": "PuTTY private key", "severity": "critical", "confidence": "high", "cwe": [321], "pattern": "PuTTY-User-Key-File-\\d: [\\s\\S]{20,2000}?Private-Lines: \\d{1,3}\\s{1,2}(?<secret>[A-Za-z0-9+/=\\s]{64,8000}?)Private-MAC", "why": "whoever reads the key logs in as its owner", "fix": "make a new key, and sign it by the SSH engine of Vault", "references": ["https://tartarus.org/~simon/putty-snapshots/htmldoc/AppendixC.html"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["PuTTY-User-Key-File-"], "at": [4], "anyCase": false, "least": 0, "most": 0, "steps": [["", 0, "09", 1], ["", 0, "::", 1], ["", 0, "  ", 1], ["", 0, "\0\x7F\x80\xFF", 20]] }], "first": "PP", "longest": 30058, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/pypi-token", "family": "secrets", "title": "PyPI upload token", "severity": "critical", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,200})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "pypi", "why": "whoever reads it acts in PyPI as its owner", "fix": "revoke it in PyPI, and let the service read a new one from Vault at run time", "references": ["https://pypi.org/help/#apitoken"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["pypi-AgEIcHlwaS5vcmc"], "at": [14], "anyCase": false, "least": 0, "most": 0, "steps": [["", 0, "--09AZ__az", 24]] }], "first": "pp", "longest": 220, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/rubygems-token", "family": "secrets", "title": "RubyGems API key", "severity": "critical", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>rubygems_[0-9a-f]{48})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "rubygems_", "why": "whoever reads it acts in RubyGems as its owner", "fix": "revoke it in RubyGems, and let the service read a new one from Vault at run time", "references": ["https://guides.rubygems.org/api-key-scopes/"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["rubygems_"], "at": [2], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "09af", 24]] }], "first": "rr", "longest": 57, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/sendgrid-key", "family": "secrets", "title": "SendGrid API key", "severity": "high", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "SG.", "why": "whoever reads it acts in SendGrid as its owner", "fix": "revoke it in SendGrid, and let the service read a new one from Vault at run time", "references": ["https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["SG."], "at": [0], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "--09AZ__az", 22], ["", 0, "..", 1], ["", 0, "--09AZ__az", 24]] }], "first": "SS", "longest": 69, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/sentry-token", "family": "secrets", "title": "Sentry token", "severity": "high", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>(?:sntryu_[0-9a-f]{64}|sntrys_[A-Za-z0-9+/=_-]{60,300}))(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "sntr", "why": "whoever reads it acts in Sentry as its owner", "fix": "revoke it in Sentry, and let the service read a new one from Vault at run time", "references": ["https://docs.sentry.io/account/auth-tokens/"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["sntryu_"], "at": [4], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "09af", 24]] }, { "texts": ["sntrys_"], "at": [4], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "++--/9==AZ__az", 24]] }], "first": "ss", "longest": 307, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/shopify-token", "family": "secrets", "title": "Shopify access token", "severity": "high", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>shp(?:at|ss|ca|pa)_[0-9a-fA-F]{32})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "shpa", "why": "whoever reads it acts in Shopify as its owner", "fix": "revoke it in Shopify, and let the service read a new one from Vault at run time", "references": ["https://shopify.dev/docs/apps/build/authentication-authorization"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["shp"], "at": [0], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "aaccppss", 1], ["aaccppst", 1, "__", 1], ["", 0, "09AFaf", 24]] }], "first": "ss", "longest": 38, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/slack-app-token", "family": "secrets", "title": "Slack app-level token", "severity": "high", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>xapp-\\d-[A-Z0-9]{8,14}-\\d{10,14}-[a-z0-9]{64})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "xapp", "why": "whoever reads it acts in Slack as its owner", "fix": "revoke it in Slack, and let the service read a new one from Vault at run time", "references": ["https://api.slack.com/authentication/token-types"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["xapp-"], "at": [2], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "09", 1], ["", 0, "--", 1], ["", 0, "09AZ", 8], ["09AZ", 6, "--", 1]] }], "first": "xx", "longest": 101, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/slack-token", "family": "secrets", "title": "Slack token", "severity": "high", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>xox[abeoprs]-(?:\\d{1,2}-)?[A-Za-z0-9-]{20,200})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "xox", "why": "whoever reads it acts in Slack as its owner", "fix": "revoke it in Slack, and let the service read a new one from Vault at run time", "references": ["https://api.slack.com/authentication/token-types"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["xox"], "at": [0], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "abeeoprs", 1], ["", 0, "--", 1], ["--09", 3, "--09AZaz", 20]] }], "first": "xx", "longest": 208, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/slack-webhook", "family": "secrets", "title": "Slack incoming webhook", "severity": "medium", "confidence": "high", "cwe": [798], "pattern": "hooks\\.slack\\.com/(?:services|workflows|triggers)/(?<secret>[A-Za-z0-9_/-]{40,90})", "minEntropy": 3.3, "why": "whoever reads it posts in the channel as the app: a good start for phishing", "fix": "revoke the webhook in Slack, and read a new one from Vault at run time", "references": ["https://api.slack.com/messaging/webhooks"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["hooks.slack.com/"], "at": [5], "anyCase": false, "least": 0, "most": 0, "steps": [["", 0, "stww", 1], ["ccegiikloortvw", 8, "//", 1], ["", 0, "--/9AZ__az", 24]] }], "first": "hh", "longest": 116, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/sonar-token", "family": "secrets", "title": "SonarQube token", "severity": "high", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>sq[pua]_[0-9a-f]{40})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "sq", "why": "whoever reads it acts in SonarQube as its owner", "fix": "revoke it in SonarQube, and let the service read a new one from Vault at run time", "references": ["https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["sqa_", "sqp_", "squ_"], "at": [1, 1, 1], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "09af", 24]] }], "first": "ss", "longest": 44, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/square-token", "family": "secrets", "title": "Square access token", "severity": "high", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>(?:EAAA[A-Za-z0-9_-]{60}|sq0csp-[A-Za-z0-9_-]{43}))(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "EAAA", "why": "whoever reads it acts in Square as its owner", "fix": "revoke it in Square, and let the service read a new one from Vault at run time", "references": ["https://developer.squareup.com/docs/build-basics/access-tokens"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["EAAA"], "at": [1], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "--09AZ__az", 24]] }, { "texts": ["sq0csp-"], "at": [1], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "--09AZ__az", 24]] }], "first": "EEss", "longest": 64, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/stripe-secret-key", "family": "secrets", "title": "Stripe secret key", "severity": "critical", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>[sr]k_live_[A-Za-z0-9]{20,247})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "sk_live_", "why": "whoever reads it acts in Stripe as its owner", "fix": "revoke it in Stripe, and let the service read a new one from Vault at run time", "references": ["https://docs.stripe.com/keys"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["k_live_"], "at": [0], "anyCase": false, "least": 1, "most": 1, "before": "rs", "steps": [["", 0, "09AZaz", 20]] }], "first": "rs", "longest": 255, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/stripe-test-key", "family": "secrets", "title": "Stripe test key", "severity": "low", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>[sr]k_test_[A-Za-z0-9]{20,247})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "sk_test_", "why": "whoever reads it acts in the test mode of Stripe as its owner", "fix": "revoke it in the test mode of Stripe, and let the service read a new one from Vault at run time", "references": ["https://docs.stripe.com/keys"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["k_test_"], "at": [0], "anyCase": false, "least": 1, "most": 1, "before": "rs", "steps": [["", 0, "09AZaz", 20]] }], "first": "rs", "longest": 255, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/stripe-webhook-secret", "family": "secrets", "title": "Stripe webhook secret", "severity": "high", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>whsec_[A-Za-z0-9+/=]{32,64})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "whsec_", "why": "whoever reads it forges events of Stripe, such as a payment that never was", "fix": "revoke it in Stripe webhooks, and let the service read a new one from Vault at run time", "references": ["https://docs.stripe.com/webhooks"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["whsec_"], "at": [0], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "++/9==AZaz", 24]] }], "first": "ww", "longest": 70, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/telegram-bot-token", "family": "secrets", "title": "Telegram bot token", "severity": "high", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>\\d{8,10}:AA[A-Za-z0-9_-]{33})(?![A-Za-z0-9_-])", "minEntropy": 3, "why": "whoever reads it acts in Telegram as its owner", "fix": "revoke it in Telegram, and let the service read a new one from Vault at run time", "references": ["https://core.telegram.org/bots/api"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": [":AA"], "at": [0], "anyCase": false, "least": 8, "most": 10, "before": "09", "between": "09", "steps": [["", 0, "--09AZ__az", 24]] }], "first": "09", "longest": 46, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/terraform-cloud-token", "family": "secrets", "title": "Terraform Cloud token", "severity": "critical", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_=-]{60,70})(?![A-Za-z0-9_-])", "minEntropy": 3, "why": "whoever reads it acts in Terraform Cloud as its owner", "fix": "revoke it in Terraform Cloud, and let the service read a new one from Vault at run time", "references": ["https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": [".atlasv1."], "at": [4], "anyCase": false, "least": 14, "most": 14, "before": "09AZaz", "steps": [["", 0, "--09==AZ__az", 24]] }], "first": "09AZaz", "longest": 93, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/twilio-key", "family": "secrets", "title": "Twilio API key", "severity": "high", "confidence": "high", "cwe": [798], "pattern": "(?<![A-Za-z0-9_-])(?<secret>SK[0-9a-f]{32})(?![A-Za-z0-9_-])", "minEntropy": 3, "prefix": "SK", "why": "whoever reads it acts in Twilio as its owner", "fix": "revoke it in Twilio, and let the service read a new one from Vault at run time", "references": ["https://www.twilio.com/docs/iam/api-keys"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["SK0", "SK1", "SK2", "SK3", "SK4", "SK5", "SK6", "SK7", "SK8", "SK9", "SKa", "SKb", "SKc", "SKd", "SKe", "SKf"], "at": [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], "anyCase": false, "least": 0, "most": 0, "before": "\0,./:@[^``{\x7F\x80\xFF", "steps": [["", 0, "09af", 24]] }], "first": "SS", "longest": 34, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/url-password", "family": "secrets", "title": "password in a web address", "severity": "high", "confidence": "medium", "cwe": [798], "pattern": `https?:\\/\\/[^\\s:@/"\\'<>{}$]{1,80}:(?<secret>[^\\s:@/"\\'<>$]{6,120})@[\\w.\\[\\]-]{4,200}`, "generic": true, "minEntropy": 2.5, "why": "whoever reads it logs in at that address", "fix": "change the password, and read it from Vault at run time", "references": ["https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }], "anchor": { "groups": [{ "texts": ["http://", "https://"], "at": [3, 3], "anyCase": false, "least": 0, "most": 0, "steps": [["", 0, "\0\b!!##%&(.09;;==??Az||~\x7F\x80\xFF", 1], ["\0\b!!##%&(.09;;==??Az||~\x7F\x80\xFF", 239, "::", 1], ["", 0, "\0\b!!##%&(.09;;==??A\x7F\x80\xFF", 6], ["\0\b!!##%&(.09;;==??A\x7F\x80\xFF", 354, "@@", 1]] }], "first": "hh", "longest": 810, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/vault-approle-role-id", "family": "secrets", "title": "AppRole RoleID", "severity": "low", "confidence": "medium", "catalogue": ["VS409", "VS801"], "cwe": [798], "pattern": `role[_-]?id["\\']?(?:\\s{1,4}|\\s{0,4}(?::=|[:=]|=>)\\s{0,4})["\\']?(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\\w-])`, "ignoreCase": true, "why": "a RoleID is half of a login: with any SecretID of the role it is enough", "fix": "keep the RoleID in the deployment and not in the repository, and bind the role to networks", "references": ["https://developer.hashicorp.com/vault/docs/auth/approle"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.1" }], "anchor": { "groups": [{ "texts": ["roleid", "role-id", "role_id"], "at": [3, 4, 4], "anyCase": true, "least": 0, "most": 0, "steps": [[`""''`, 1, "	\r  ::==\x80\xFF", 1], [`	\r  ""''::=>\x80\xFF`, 26, "09AFaf", 8], ["", 0, "--", 1], ["", 0, "09AFaf", 4]] }], "first": "RRrr", "longest": 71, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/vault-approle-secret-id", "family": "secrets", "title": "AppRole SecretID", "severity": "high", "confidence": "high", "catalogue": ["VS409", "VS801"], "cwe": [798], "pattern": `secret[_-]?id["\\']?(?:\\s{1,4}|\\s{0,4}(?::=|[:=]|=>)\\s{0,4})["\\']?(?<secret>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\\w-])`, "ignoreCase": true, "why": "SecretID and RoleID together log in as the service and read all its secrets", "fix": "destroy the SecretID, and hand a fresh one to the service response-wrapped (`-wrap-ttl`), bound to its network", "references": ["https://developer.hashicorp.com/vault/docs/auth/approle"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.1" }], "anchor": { "groups": [{ "texts": ["secret"], "at": [1], "anyCase": true, "least": 0, "most": 0, "steps": [["--__", 1, "IIii", 1], ["", 0, "DDdd", 1], [`""''`, 1, "	\r  ::==\x80\xFF", 1], [`	\r  ""''::=>\x80\xFF`, 26, "09AFaf", 8]] }], "first": "SSss", "longest": 73, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/vault-batch-token", "family": "secrets", "title": "HashiCorp Vault batch token", "severity": "high", "confidence": "high", "catalogue": ["VS801"], "cwe": [798], "pattern": "(?<![\\w.-])(?<secret>hvb\\.[A-Za-z0-9_-]{24,400})(?![\\w-])", "minEntropy": 3.2, "prefix": "hvb.", "why": "whoever reads a batch token acts in Vault with all its policies until it expires, and it cannot be revoked alone", "fix": "let it expire or revoke its parent, and let the workload log in by itself (AppRole, Kubernetes, JWT, Vault Agent)", "references": ["https://developer.hashicorp.com/vault/docs/concepts/tokens"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.1" }], "anchor": { "groups": [{ "texts": ["hvb."], "at": [0], "anyCase": false, "least": 0, "most": 0, "before": "\0,//:@[^``{\x7F\x80\xFF", "steps": [["", 0, "--09AZ__az", 24]] }], "first": "hh", "longest": 404, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/vault-dev-root-token", "family": "secrets", "title": "root token of a Vault development server", "severity": "high", "confidence": "high", "catalogue": ["VS110", "VS407", "VS801"], "cwe": [798], "pattern": `(?:VAULT_DEV_ROOT_TOKEN_ID["\\']?\\s{0,4}[:=]\\s{0,4}|-dev-root-token-id[= ]\\s{0,4})["\\']?(?<secret>[A-Za-z0-9][\\w.-]{1,100})`, "ignoreCase": true, "why": "anyone who reaches the port is root in this Vault", "fix": "use a development server on loopback only, and run a real one elsewhere (`vault server -config`)", "references": ["https://developer.hashicorp.com/vault/docs/concepts/dev-server"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "2.2.2" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.1" }], "anchor": { "groups": [{ "texts": ["vault_dev_root_token_id"], "at": [8], "anyCase": true, "least": 0, "most": 0, "steps": [[`	\r  ""''\x80\xFF`, 13, "::==", 1], [`	\r  ""''\x80\xFF`, 13, "09AZaz", 1], ["", 0, "-.09AZ__az", 1]] }, { "texts": ["-dev-root-token-id"], "at": [3], "anyCase": true, "least": 0, "most": 0, "steps": [["", 0, "  ==", 1], [`	\r  ""''\x80\xFF`, 13, "09AZaz", 1], ["", 0, "-.09AZ__az", 1]] }], "first": "--VVvv", "longest": 151, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/vault-init-json", "family": "secrets", "title": "unseal or recovery key in the JSON of `vault operator init`", "severity": "critical", "confidence": "high", "catalogue": ["VS212", "VS706"], "cwe": [798], "pattern": '(?<="(?:unseal_keys_(?:b64|hex)|recovery_keys_(?:b64|base64|hex)|recovery_keys|keys_base64|keys)"\\s{0,20}:\\s{0,20}\\[[^\\]]{0,1200})"(?<secret>[A-Za-z0-9+/]{44}|[A-Za-z0-9+/]{43}=|[0-9a-f]{66})"', "minEntropy": 3, "why": "a threshold of these keys opens the whole Vault: every secret that it holds", "fix": "rekey Vault, delete the file and its history, and use auto-unseal", "references": ["https://developer.hashicorp.com/vault/docs/commands/operator/init"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(a)(2)(iv)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "nist-800-53", "control": "SC-12" }, { "framework": "pci-dss-4", "control": "3.6.1" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.2" }], "anchor": { "groups": [{ "texts": ['"unseal_keys_b64"', '"unseal_keys_hex"', '"recovery_keys_b64"', '"recovery_keys_base64"', '"recovery_keys_hex"', '"recovery_keys"', '"keys_base64"', '"keys"'], "at": [12, 6, 14, 8, 8, 8, 3, 3], "anyCase": false, "least": -3744, "most": -8, "steps": [["	\r  \x80\xFF", 60, "::", 1], ["	\r  \x80\xFF", 60, "[[", 1]] }], "first": '""', "longest": 68, "back": 3744, "ahead": 4 } },
  { "type": "detector", "id": "secrets/vault-legacy-token", "family": "secrets", "title": "Vault token of the form before 1.10, or of OpenBao", "severity": "critical", "confidence": "medium", "catalogue": ["VS801"], "cwe": [798], "pattern": "(?<![\\w.$)\\]])(?<secret>[sbr]\\.(?=[A-Za-z0-9]{0,23}\\d)(?=[A-Za-z0-9]{0,23}[A-Z])(?=[A-Za-z0-9]{0,23}[a-z])[A-Za-z0-9]{24}(?:\\.[A-Za-z0-9]{5})?)(?![\\w.(\\[-])", "minEntropy": 3.5, "why": "whoever reads the token acts in Vault or OpenBao with all its policies until it expires or is revoked", "fix": "revoke the token, and let the workload log in by AppRole, Kubernetes or JWT", "references": ["https://developer.hashicorp.com/vault/docs/concepts/tokens", "https://openbao.org/docs/concepts/tokens/"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.1" }], "anchor": { "groups": [{ "texts": ["b.0", "b.1", "b.2", "b.3", "b.4", "b.5", "b.6", "b.7", "b.8", "b.9", "b.a", "b.b", "b.c", "b.d", "b.e", "b.f", "b.g", "b.h", "b.i", "b.j", "b.k", "b.l", "b.m", "b.n", "b.o", "b.p", "b.q", "b.r", "b.s", "b.t", "b.u", "b.v", "b.w", "b.x", "b.y", "b.z", "r.0", "r.1", "r.2", "r.3", "r.4", "r.5", "r.6", "r.7", "r.8", "r.9", "r.a", "r.b", "r.c", "r.d", "r.e", "r.f", "r.g", "r.h", "r.i", "r.j", "r.k", "r.l", "r.m", "r.n", "r.o", "r.p", "r.q", "r.r", "r.s", "r.t", "r.u", "r.v", "r.w", "r.x", "r.y", "r.z", "s.0", "s.1", "s.2", "s.3", "s.4", "s.5", "s.6", "s.7", "s.8", "s.9", "s.a", "s.b", "s.c", "s.d", "s.e", "s.f", "s.g", "s.h", "s.i", "s.j", "s.k", "s.l", "s.m", "s.n", "s.o", "s.p", "s.q", "s.r", "s.s", "s.t", "s.u", "s.v", "s.w", "s.x", "s.y", "s.z"], "at": [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], "anyCase": true, "least": 0, "most": 0, "before": "\0#%(*-//:@[\\^^``{\x7F\x80\xFF", "steps": [["", 0, "09AZaz", 23]] }], "first": "bbrs", "longest": 32, "back": 4, "ahead": 24 } },
  { "type": "detector", "id": "secrets/vault-recovery-token", "family": "secrets", "title": "HashiCorp Vault recovery token", "severity": "critical", "confidence": "high", "catalogue": ["VS801"], "cwe": [798], "pattern": "(?<![\\w.-])(?<secret>hvr\\.[A-Za-z0-9_-]{24,300})(?![\\w-])", "minEntropy": 3.2, "prefix": "hvr.", "why": "a recovery token reads and writes the raw storage of Vault in recovery mode", "fix": "end recovery mode (its token dies with it) and never write the token down", "references": ["https://developer.hashicorp.com/vault/docs/concepts/tokens"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.1" }], "anchor": { "groups": [{ "texts": ["hvr."], "at": [0], "anyCase": false, "least": 0, "most": 0, "before": "\0,//:@[^``{\x7F\x80\xFF", "steps": [["", 0, "--09AZ__az", 24]] }], "first": "hh", "longest": 304, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/vault-root-token-label", "family": "secrets", "title": "root token in the output of `vault operator init`", "severity": "critical", "confidence": "medium", "catalogue": ["VS212", "VS801"], "cwe": [798], "pattern": `(?:initial root token|root_token|root token)["\\']?\\s{0,4}[:=]\\s{0,4}["\\']?(?<secret>[A-Za-z0-9][A-Za-z0-9._-]{15,200})`, "ignoreCase": true, "generic": true, "minEntropy": 3, "why": "a root token may do everything in Vault and never expires", "fix": "revoke it (`vault token revoke`); make one by `vault operator generate-root` when it is needed", "references": ["https://developer.hashicorp.com/vault/docs/concepts/tokens#root-tokens"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.1" }], "anchor": { "groups": [{ "texts": ["initial root token", "root_token", "root token"], "at": [6, 2, 1], "anyCase": true, "least": 0, "most": 0, "steps": [[`	\r  ""''\x80\xFF`, 13, "::==", 1], [`	\r  ""''\x80\xFF`, 13, "09AZaz", 1], ["", 0, "-.09AZ__az", 15]] }], "first": "IIRRiirr", "longest": 246, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/vault-service-token", "family": "secrets", "title": "HashiCorp Vault service token", "severity": "critical", "confidence": "high", "catalogue": ["VS801"], "cwe": [798], "pattern": "(?<![\\w.-])(?<secret>hvs\\.[A-Za-z0-9_-]{24,300})(?![\\w-])", "minEntropy": 3.2, "prefix": "hvs.", "why": "whoever reads a service token acts in Vault with all its policies until it expires or is revoked; a 28-character one is usually the initial root token and never expires", "fix": "revoke the token (`vault token revoke`), and let the workload log in by AppRole, Kubernetes or JWT, or let Vault Agent do so", "references": ["https://developer.hashicorp.com/vault/docs/concepts/tokens"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.1" }], "anchor": { "groups": [{ "texts": ["hvs."], "at": [0], "anyCase": false, "least": 0, "most": 0, "before": "\0,//:@[^``{\x7F\x80\xFF", "steps": [["", 0, "--09AZ__az", 24]] }], "first": "hh", "longest": 304, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/vault-token-variable", "family": "secrets", "title": "Vault token assigned by name", "severity": "high", "confidence": "medium", "catalogue": ["VS801"], "cwe": [798], "pattern": `(?:VAULT_TOKEN|BAO_TOKEN|X-Vault-Token)["\\']?\\s{0,4}(?::=|[:=]|=>|,)\\s{0,4}["\\']?(?<secret>[A-Za-z0-9][A-Za-z0-9._-]{3,300})`, "ignoreCase": true, "generic": true, "minEntropy": 2.2, "why": "whoever reads the token acts in Vault with all its policies", "fix": "revoke the token; let the workload log in by itself, or let Vault Agent do so", "references": ["https://developer.hashicorp.com/vault/docs/concepts/tokens"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.1" }], "anchor": { "groups": [{ "texts": ["vault_token", "bao_token", "x-vault-token"], "at": [3, 1, 0], "anyCase": true, "least": 0, "most": 0, "steps": [[`	\r  ""''\x80\xFF`, 13, ",,::==", 1], [`	\r  ""'',,::=>\x80\xFF`, 14, "09AZaz", 1], ["", 0, "-.09AZ__az", 3]] }], "first": "BBVVXXbbvvxx", "longest": 342, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/vault-unseal-key", "family": "secrets", "title": "Vault unseal or recovery key", "severity": "critical", "confidence": "high", "catalogue": ["VS212", "VS801"], "cwe": [798], "pattern": `(?:(?:unseal|recovery) key(?: share)?(?: ?\\d{1,3})?\\s{0,4}[:=]\\s{0,4}|(?:unseal|recovery)[_-]?key(?:s)?(?:[_-]?(?:b64|base64|hex|\\d{1,3}))?["\\']?\\s{0,4}[:=]\\s{0,4}["\\']?)(?<secret>[A-Za-z0-9+/]{43}=|[0-9a-f]{66}|[A-Za-z0-9+/]{44})(?![A-Za-z0-9+/=])`, "ignoreCase": true, "minEntropy": 3, "why": "a threshold of these keys opens the whole Vault: every secret that it holds", "fix": "rekey Vault (`vault operator rekey`), give each share to one person encrypted by PGP, and use auto-unseal", "references": ["https://developer.hashicorp.com/vault/docs/concepts/seal"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(a)(2)(iv)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "nist-800-53", "control": "SC-12" }, { "framework": "nist-800-53", "control": "SC-28" }, { "framework": "pci-dss-4", "control": "3.6.1" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.2" }], "anchor": { "groups": [{ "texts": ["unseal key", "recovery key"], "at": [5, 7], "anyCase": true, "least": 0, "most": 0, "steps": [["	\r  09AAEEHHRSaaeehhrs\x80\xFF", 22, "::==", 1], ["	\r  \x80\xFF", 12, "++/9AZaz", 1]] }, { "texts": ["unsealkey", "unseal-key", "unseal_key", "recoverykey", "recovery-key", "recovery_key"], "at": [4, 5, 5, 6, 7, 7], "anyCase": true, "least": 0, "most": 0, "steps": [[`	\r  ""''--09ABEEHHSSXX__abeehhssxx\x80\xFF`, 21, "::==", 1], [`	\r  ""''\x80\xFF`, 13, "++/9AZaz", 1]] }], "first": "RRUUrruu", "longest": 113, "back": 4, "ahead": 4 } },
  { "type": "detector", "id": "secrets/vault-wrapping-token", "family": "secrets", "title": "Vault response-wrapping token", "severity": "high", "confidence": "medium", "catalogue": ["VS801"], "cwe": [798], "pattern": `(?:wrapping[_-]token|wrap_token|"wrap_info"\\s{0,10}:\\s{0,10}\\{[^}]{0,200}"token")["\\']?\\s{0,4}[:=]\\s{0,4}["\\']?(?<secret>(?:hv[sbr]\\.|[sbr]\\.)[A-Za-z0-9_.-]{20,300})`, "minEntropy": 3, "prefix": "hvs.", "why": "the first who unwraps it gets the secret inside", "fix": "wrap with a short TTL and hand the token over at run time; unwrap it in the service only", "references": ["https://developer.hashicorp.com/vault/docs/concepts/response-wrapping"], "frameworks": [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.1" }], "anchor": { "groups": [{ "texts": ["wrapping-token", "wrapping_token"], "at": [7, 7], "anyCase": false, "least": 0, "most": 0, "steps": [[`	\r  ""''\x80\xFF`, 13, "::==", 1], [`	\r  ""''\x80\xFF`, 13, "bbhhrs", 1], ["..bbhhrsvv", 3, "-.09AZ__az", 20]] }, { "texts": ["wrap_token"], "at": [3], "anyCase": false, "least": 0, "most": 0, "steps": [[`	\r  ""''\x80\xFF`, 13, "::==", 1], [`	\r  ""''\x80\xFF`, 13, "bbhhrs", 1], ["..bbhhrsvv", 3, "-.09AZ__az", 20]] }, { "texts": ['"wrap_info"'], "at": [0], "anyCase": false, "least": 0, "most": 0, "steps": [["	\r  \x80\xFF", 30, "::", 1], ["	\r  \x80\xFF", 30, "{{", 1], ["\0|~\x7F\x80\xFF", 600, '""', 1], ["\0|~\x7F\x80\xFF", 600, "tt", 1]] }], "first": '""ww', "longest": 1011, "back": 4, "ahead": 4 } }
];

// src/parsers/compose-vault.ts
var IMAGE = /(?:^|\/)(?:(?:library|hashicorp)\/)?(?:vault|vault-enterprise|openbao(?:-ubi|-hsm)?)(?=[:@]|$)/;
var CLIENT_VARIABLE = /^(?:\w+_)?(?:VAULT|BAO)_(?:ADDR|ADDRESS|URL|URI|AGENT_ADDR|PROXY_ADDR|TOKEN|ROLE|ROLE_ID|SECRET_ID|NAMESPACE|CACERT|HOST|SKIP_VERIFY)$|^SPRING_CLOUD_VAULT_/;
function isVaultImage(image) {
  return image !== void 0 && IMAGE.test(image.replace(/\$\{\w+:?-([^{}]*)\}/g, "$1"));
}
function wordsOf({ entrypoint, command }) {
  return [...entrypoint, ...command].map(({ value }) => value).join(" ");
}
function vaultPart(service) {
  const words = wordsOf(service);
  const isVault = isVaultImage(service.image?.value);
  const subcommand = /(?:^|[\s/"'])(?:vault|bao)\s+(server|agent|proxy)\b/.exec(words)?.[1];
  const bare = isVault ? /^\s*(server|agent|proxy)\b/.exec(words)?.[1] : void 0;
  const run = subcommand ?? bare;
  if (run === "agent" || run === "proxy") return "agent";
  if (run === "server" || isVault && words === "") return "server";
  return service.variables.some(({ name, section }) => section === "environment" && CLIENT_VARIABLE.test(name)) ? "client" : "other";
}
function isDevServer(service) {
  const words = wordsOf(service);
  const hasVariable = service.variables.some(({ name }) => /^(?:VAULT|BAO)_DEV_\w+$/.test(name));
  const hasConfig = service.variables.some(({ name }) => /^(?:VAULT|BAO)_LOCAL_CONFIG$/.test(name));
  if (/(?:^|\s)-{1,2}dev(?:-[\w-]+)?(?:[\s=]|$)/.test(words)) return true;
  return hasVariable || words === "" && !hasConfig && !service.isExtending && isVaultImage(service.image?.value);
}
function vaultServers({ services }) {
  return services.filter((service) => vaultPart(service) === "server" && !isDevServer(service));
}
function vaultDependents({ services }) {
  const parts = new Map(services.map((service) => [service.name, vaultPart(service)]));
  return services.filter((service) => {
    const part = parts.get(service.name);
    if (part === "server") return false;
    if (part === "client" || part === "agent") return true;
    return service.dependsOn.some(({ name }) => parts.get(name) === "server" || parts.get(name) === "agent");
  });
}
function localConfigs(service, { configs }) {
  const texts = service.variables.filter(
    ({ name, value, section }) => section === "environment" && /^(?:VAULT|BAO)_LOCAL_CONFIG$/.test(name) && value
  ).map(({ value, valueRange, nameRange }) => ({ text: value, range: valueRange ?? nameRange }));
  for (const grant of service.configs) {
    const content = configs.find(({ name }) => name === grant.name)?.content;
    if (content) texts.push({ text: content.value, range: content.range });
  }
  return texts.flatMap(({ text: text2, range }) => {
    try {
      const data = JSON.parse(text2.replaceAll("$$", "$"));
      return typeof data === "object" && data !== null && !Array.isArray(data) ? [{ data, range }] : [];
    } catch {
      return [];
    }
  });
}
function blocksOf(config, kind) {
  const value = config.data[kind];
  return (Array.isArray(value) ? value : [value]).flatMap((block) => {
    if (typeof block !== "object" || block === null) return [];
    return Object.entries(block).flatMap(
      ([type, body]) => (Array.isArray(body) ? body : [body]).flatMap(
        (fields) => typeof fields === "object" && fields !== null ? [{ type, fields }] : []
      )
    );
  });
}

// rules/define-rule.ts
function defineRule(definition) {
  return definition;
}
function* onePerPlace(matches7) {
  const seen = /* @__PURE__ */ new Set();
  for (const match of matches7) {
    const place = `${match.path ?? ""}:${match.range.start}:${match.range.end}`;
    if (!seen.has(place)) yield match;
    seen.add(place);
  }
}

// rules/compose/agent-volume-on-disk.ts
var agent_volume_on_disk_default = defineRule({
  artifact: "compose",
  title: "Vault Agent that shares secrets over a volume on disk",
  severity: "medium",
  confidence: "high",
  why: "rendered secrets and tokens stay on the disk of the host when the containers are gone",
  fix: "put the volume into memory with `driver_opts: {type: tmpfs, device: tmpfs}`",
  references: [
    "https://docs.docker.com/reference/compose-file/volumes/#driver_opts",
    "https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/template"
  ],
  catalogue: ["VS410"],
  cwe: [522],
  *check({ data }) {
    for (const agent of data.services) {
      if (vaultPart(agent) !== "agent") continue;
      for (const { type, source, range, isReadOnly } of agent.mounts) {
        if (type !== "volume" || source === void 0 || isReadOnly) continue;
        const isShared = data.services.some(
          (other) => other !== agent && other.mounts.some((mount) => mount.type === "volume" && mount.source === source)
        );
        const volume = data.volumes.find(({ name }) => name === source);
        if (isShared && !volume?.isTmpfs && !volume?.isExternal)
          yield {
            message: `volume ${source} of agent ${agent.name} lies on disk`,
            range,
            paste: `${source}: { driver_opts: { type: tmpfs, device: tmpfs, o: "mode=0700" } }`
          };
      }
    }
  }
});

// src/analysis/dev-server.ts
var DEV_SERVERS = [
  [/\bflask\b.*\brun\b.*(?:--debug\b|--debugger\b|--reload\b)/s, "Flask in debug mode"],
  [/\bmanage\.py\s+runserver(?:_plus)?\b/, "Django's development server"],
  [
    /\b(?:npm|pnpm|bun|yarn)\s+(?:run\s+)?(?:--\S+\s+)*(?:dev|start:dev|serve:dev|develop)\b(?![:-])/,
    "the dev script of package.json"
  ],
  [/(?:^|[\s/])(?:nodemon|ts-node-dev|tsx\s+watch|webpack-dev-server)\b/, "a server that reloads on change"],
  [/\b(?:webpack|ng|vue-cli-service)\s+serve\b/, "a development server"],
  [/(?:^|[\s/])(?:next|nuxt|nuxi|astro|gatsby)\s+(?:dev|develop)\b/, "a development server"],
  [/(?:^|[\s/])vite(?:\s+(?:dev|serve))?(?:\s+--(?:host|port)\b.*)?$/, "Vite's development server"],
  [/\b(?:uvicorn|gunicorn|hypercorn)\b.*\s--reload\b/s, "a server that reloads on change"],
  [/\bfastapi\s+dev\b/, "FastAPI in development mode"],
  [/\bphp\s+(?:-\S+\s+\S+\s+)*-S\b|\bartisan\s+serve\b/, "PHP's built-in server"],
  [/\bspring-boot:run\b|\bbootRun\b|\bquarkus:dev\b/, "the build tool as a server"]
];
function devServer(command) {
  return DEV_SERVERS.find(([pattern]) => pattern.test(command))?.[1];
}

// rules/compose/application-dev-server.ts
var application_dev_server_default = defineRule({
  artifact: "compose",
  title: "service that runs a development server",
  severity: "low",
  confidence: "medium",
  why: "development servers show source, variables and often a console to whoever makes them fail",
  fix: "start the production server here, and keep the development command in `compose.override.yaml`",
  references: ["https://docs.docker.com/compose/how-tos/production/"],
  cwe: [489],
  *check({ data, origin }) {
    if (data.isPartial || /dev|test|local|debug|example|demo|override|ci\b/i.test(origin.path)) return;
    for (const service of data.services) {
      if (service.isDeveloping || service.profiles.length > 0) continue;
      const what = devServer(wordsOf(service));
      const range = service.command[0]?.range ?? service.entrypoint[0]?.range;
      if (what && range) yield { message: `service ${service.name} starts ${what}`, range };
    }
  }
});

// src/analysis/placeholder.ts
var WORDS = /^(?:change[-_ ]?me|change[-_]?it|example|placeholder|dummy|redacted|masked|hidden|secret|password|passwd|pass|token|none|null|nil|undefined|true|false|todo|tbd|fixme|default|empty|test|foo|bar|baz|value|string|required|optional|enabled|disabled|unset|yes|no)\d{0,3}$/i;
var YOURS = /^(?:your|my|the|some|insert|enter|put|replace|set|add|use|xxx|an?|fake|sample|example)[-_ .]/i;
var REFERENCE = /^(?:\$|%[\w(]|\{\{|\{%|<|\[|@\w+@|#\{|__\w+__$|\*)|\$\{|\$\(|\{\{|<%/;
var EXPRESSION = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|[()]|^[a-z_$][\w$]*(?:\??\.[A-Za-z_$][\w$]*)+$|=>|^(?:self|this|process|os|env|config|settings|var|local|data|module|vault|secrets?)[.[]/;
var VAULT_TOKEN = /^(?:hv[sbr]|[sbr])\.[A-Za-z0-9_-]{24}/;
var PATH = /^(?:~|\.{1,2})?\/[\w.@-]+(?:\/|$)|^[A-Za-z]:\\|^(?:file|https?):\/\/|\.(?:pem|key|crt|json|ya?ml|txt|env|tpl|js|ts|py|go|rb)$/i;
function isPlaceholder(value) {
  const text2 = value.trim();
  if (text2.length === 0) return true;
  return WORDS.test(text2) || YOURS.test(text2) || REFERENCE.test(text2) || EXPRESSION.test(text2) && !VAULT_TOKEN.test(text2) || PATH.test(text2) || /^(.)\1*$/.test(text2) || /(?:x{5,}|X{5,}|\.{3,}|\*{3,}|-{5,}|_{4,})/.test(text2) || /^[\d.,:\s-]+$/.test(text2);
}

// src/analysis/literal-value.ts
var FILE = /^(?:~|\.{1,2})?(?:\/[a-z0-9._@-]+){2,}\/?$|^[\w.~/-]*\/[\w.-]+\.(?:pem|key|crt|json|ya?ml|txt|p12|jks)$/;
function isLiteral(value) {
  if (value === void 0) return false;
  const text2 = value.replace(/^(["'])(.*)\1$/s, "$2").trim();
  if (text2 === "" || /\$\{|\$\(|^\$|\{\{|^%/.test(text2)) return false;
  if (FILE.test(text2) || /^<[^<>]*>$/.test(text2)) return false;
  return !/^(?:true|false|null|none|yes|no|on|off|\d{1,5}|\/run\/secrets\/.*)$/i.test(text2);
}
function isRealValue(value) {
  return isLiteral(value) && !isPlaceholder(value);
}
function isPlainHttp(value) {
  if (value === void 0) return false;
  return /^["']?http:\/\/(?!(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?:[:/"']|$))/i.test(value.trim());
}
function isTruthy(value) {
  return /^["']?(?:1|t|true|yes)["']?$/i.test((value ?? "").trim());
}

// rules/compose/approle-pair-in-environment.ts
var approle_pair_in_environment_default = defineRule({
  artifact: "compose",
  title: "RoleID and SecretID handed over together, unwrapped",
  severity: "medium",
  confidence: "high",
  why: "both halves of the login lie in `docker inspect` and in every child process: whoever sees them is the service until the SecretID is destroyed",
  fix: "deliver the SecretID on its own way, response-wrapped and used once, as a file that the Agent removes after reading",
  references: [
    "https://developer.hashicorp.com/vault/docs/auth/approle/approle-pattern",
    "https://developer.hashicorp.com/vault/docs/concepts/response-wrapping"
  ],
  catalogue: ["VS409"],
  cwe: [522, 526],
  *check({ data }) {
    const seen = /* @__PURE__ */ new Set();
    for (const { name: service, variables: variables2 } of data.services) {
      const set = variables2.filter(({ section, value }) => section === "environment" && value !== "");
      const secretId = set.find(({ name }) => /(?:^|_)SECRET_?ID$/i.test(name) && !/AWS|AZURE|CLIENT/i.test(name));
      const prefix = secretId?.name.replace(/SECRET_?ID$/i, "");
      const roleId = set.find(
        ({ name }) => /(?:^|_)ROLE_?ID$/i.test(name) && name.replace(/ROLE_?ID$/i, "") === prefix
      );
      if (!secretId || !roleId || seen.has(secretId.nameRange.start)) continue;
      seen.add(secretId.nameRange.start);
      const secret = isLiteral(secretId.value) && secretId.valueRange ? { secret: secretId.valueRange } : {};
      yield {
        message: `service ${service} gets ${roleId.name} and ${secretId.name} as variables`,
        range: secretId.nameRange,
        paste: `${secretId.name}_FILE: /run/vault/wrapped-secret-id`,
        ...secret
      };
    }
  }
});

// rules/compose/approle-shared.ts
function isSameProgram(a, b) {
  const sourceOf2 = ({ image, build }) => image?.value ?? `${build?.context?.value} ${build?.dockerfile?.value}`;
  return sourceOf2(a) === sourceOf2(b);
}
var approle_shared_default = defineRule({
  artifact: "compose",
  title: "one role or SecretID for several services",
  severity: "medium",
  confidence: "medium",
  why: "whoever breaks into the weakest of them reads the secrets of all, and the audit log can not tell them apart",
  fix: "give each service a role of its own, with a policy of its own",
  references: ["https://developer.hashicorp.com/vault/docs/auth/approle/approle-pattern"],
  catalogue: ["VS409"],
  cwe: [250],
  *check({ data }) {
    const first = /* @__PURE__ */ new Map();
    const seen = /* @__PURE__ */ new Set();
    for (const service of data.services) {
      for (const { name, value, nameRange, section } of service.variables) {
        if (section !== "environment" || value === "" || !/^(?:VAULT_|BAO_|APPROLE_)?(?:ROLE_ID|SECRET_ID)$|^(?:VAULT|BAO)_ROLE(?:_NAME)?$/i.test(name))
          continue;
        const key2 = value ?? `\${${name}}`;
        const other = first.get(key2);
        if (!other) first.set(key2, service);
        else if (other !== service && !isSameProgram(other, service) && !seen.has(`${key2} ${service.name}`)) {
          seen.add(`${key2} ${service.name}`);
          if ([...seen].filter((one) => one.endsWith(` ${service.name}`)).length > 1) continue;
          yield { message: `service ${service.name} has the same ${name} as service ${other.name}`, range: nameRange };
        }
      }
    }
  }
});

// rules/compose/audit-log-kept-local.ts
var isServer = (data, service) => vaultServers(data).includes(service);
var audit_log_kept_local_default = defineRule({
  artifact: "compose",
  title: "audit log that nothing ships or rotates",
  severity: "low",
  confidence: "medium",
  why: "who breaks into the host deletes the traces, and a full disk stops Vault: it answers no request that it cannot log",
  fix: "mount the log into a shipper (Vector, Fluent Bit, Promtail) that sends it away, and rotate it; for stdout set `max-size`",
  references: [
    "https://developer.hashicorp.com/vault/docs/audit/file#log-file-rotation",
    "https://docs.docker.com/engine/logging/drivers/json-file/"
  ],
  catalogue: ["VS407"],
  cwe: [778],
  *check({ data, text: text2 }) {
    for (const server of vaultServers(data)) {
      const log = server.mounts.find(
        ({ type, target, source }) => type !== "tmpfs" && source && /\baudit|\/vault\/logs/.test(target)
      );
      const isRead = data.services.some(
        (other) => other.name !== server.name && !isServer(data, other) && other.mounts.some(({ source }) => source === log?.source)
      );
      if (log && !isRead) yield { message: `nothing reads the audit log of service ${server.name}`, range: log.range };
      const driver = server.logging?.driver?.value ?? "json-file";
      const isBounded = server.logging?.options["max-size"] !== void 0 || driver !== "json-file";
      if (!log && /file_path=(?:["'])?stdout\b/.test(text2) && !isBounded)
        yield {
          message: `the log of service ${server.name}, which holds its audit log, grows without a limit`,
          range: server.logging?.range ?? server.range,
          paste: 'logging: { driver: json-file, options: { max-size: 50m, max-file: "5" } }'
        };
    }
  }
});

// rules/compose/docker-socket-mounted.ts
function* matches(data) {
  const holder = data.services.find((service) => service.secrets.length > 0 || vaultPart(service) !== "other");
  for (const { name, mounts } of data.services)
    for (const { source, range } of mounts) {
      if (!/(?:^|\/)(?:docker|podman|containerd)\.sock$/.test(source ?? "")) continue;
      yield holder ? {
        message: `service ${name} has the Docker socket, and ${holder === void 0 ? "" : holder.name} has secrets`,
        range,
        severity: "medium"
      } : { message: `service ${name} has the Docker socket`, range };
    }
}
var docker_socket_mounted_default = defineRule({
  artifact: "compose",
  title: "Docker socket inside a container",
  severity: "low",
  confidence: "high",
  why: "whoever breaks into this container starts others as root of the host, and reads the secrets of all of them; mounting it read-only changes nothing",
  fix: "put a proxy that allows only the needed calls in front of the socket, or take the mount out",
  references: ["https://docs.docker.com/engine/security/protect-access/"],
  catalogue: ["VS411"],
  cwe: [250],
  *check({ data }) {
    yield* onePerPlace(matches(data));
  }
});

// rules/compose/free-egress.ts
var free_egress_default = defineRule({
  artifact: "compose",
  title: "containers with secrets that reach the whole internet",
  severity: "info",
  confidence: "medium",
  why: "whoever breaks into one sends the secrets anywhere, and nothing stops it",
  fix: "put services that need no way out on a network with `internal: true`, and publish through a proxy",
  references: ["https://docs.docker.com/reference/compose-file/networks/#internal"],
  cwe: [923],
  *check({ data }) {
    if (data.isPartial || data.networks.some(({ isInternal, isExternal }) => isInternal || isExternal)) return;
    if (data.services.some((service) => isDevServer(service) && vaultPart(service) === "server")) return;
    const holder = [
      ...vaultServers(data),
      ...vaultDependents(data),
      ...data.services.filter(({ secrets }) => secrets.length > 0)
    ].find(({ networkMode }) => !networkMode);
    if (holder)
      yield {
        message: `service ${holder.name} has secrets, and no network of this file is internal`,
        range: holder.networks[0]?.range ?? holder.range,
        paste: "networks: { backend: { internal: true } }"
      };
  }
});

// src/parsers/image-reference.ts
function parseImageReference(text2) {
  const at = text2.lastIndexOf("@");
  const digest2 = at === -1 ? void 0 : text2.slice(at + 1);
  const rest = at === -1 ? text2 : text2.slice(0, at);
  const colon = rest.lastIndexOf(":");
  const isTag = colon > rest.lastIndexOf("/") && !/^[^{]*\}/.test(rest.slice(colon));
  const tag = isTag ? rest.slice(colon + 1) : "";
  return {
    name: isTag ? rest.slice(0, colon) : rest,
    ...tag === "" ? {} : { tag },
    ...digest2 ? { digest: digest2 } : {}
  };
}
function isFromRegistry(name, registries) {
  const first = name.split("/")[0];
  const hasHost = name.includes("/") && (/[.:]/.test(first) || first === "localhost");
  const path = name.includes("/") ? name : `library/${name}`;
  const full = hasHost ? name.replace(/^index\.docker\.io\//, "docker.io/") : `docker.io/${path}`;
  return registries.some((registry) => {
    const place = registry.replace(/\/+$/, "");
    return full === place || full.startsWith(`${place}/`);
  });
}

// rules/compose/image-without-digest.ts
var MOST_NAMES = 3;
var image_without_digest_default = defineRule({
  artifact: "compose",
  title: "image without a digest",
  severity: "info",
  confidence: "high",
  why: "whoever takes over the registry or the account moves the tag to another image, and the next pull runs it beside your secrets",
  fix: "add the digest to the tag, and let Renovate or Dependabot raise it",
  references: ["https://docs.docker.com/dhi/core-concepts/digests/"],
  catalogue: ["VS412"],
  cwe: [1357],
  *check({ data }) {
    const open = data.services.flatMap(({ image, build }) => {
      if (!image || build || image.value.includes("$")) return [];
      const { name, tag, digest: digest2 } = parseImageReference(image.value);
      return digest2 || tag === void 0 || tag === "latest" ? [] : [{ text: `${name}:${tag}`, range: image.range }];
    });
    const [first] = open;
    if (!first) return;
    const names3 = [...new Set(open.map(({ text: text2 }) => text2))];
    yield {
      message: `no digest on ${names3.slice(0, MOST_NAMES).join(", ")}${names3.length > MOST_NAMES ? " and others" : ""}`,
      range: first.range,
      paste: `image: ${first.text}@sha256:DIGEST`
    };
  }
});

// rules/compose/no-restart-policy.ts
var no_restart_policy_default = defineRule({
  artifact: "compose",
  title: "Vault, or a service that depends on it, that does not come back",
  severity: "low",
  confidence: "medium",
  why: "after a crash, or a Vault that was away for a moment, the service stays down until somebody looks",
  fix: "set `restart: unless-stopped`",
  references: ["https://docs.docker.com/engine/containers/start-containers-automatically/"],
  catalogue: ["VS414"],
  cwe: [693],
  *check({ data }) {
    if (data.isSwarm || data.isPartial || data.services.some((service) => vaultPart(service) === "server" && isDevServer(service)))
      return;
    const jobs = new Set(
      data.services.flatMap(
        ({ dependsOn }) => dependsOn.filter(({ condition }) => condition === "service_completed_successfully").map(({ name }) => name)
      )
    );
    for (const service of [...vaultServers(data), ...vaultDependents(data)]) {
      const { name, restart, deploy, isExtending, range, profiles } = service;
      const isJob = jobs.has(name) || profiles.length > 0 || /init|setup|migrat|bootstrap|seed|unseal|test|cli|job|config/i.test(name);
      if (isJob || isExtending || deploy?.hasRestartPolicy || restart && !/^(?:no|false)$/.test(restart.value))
        continue;
      yield {
        message: `service ${name} is not restarted`,
        range: restart?.range ?? range,
        paste: "restart: unless-stopped"
      };
    }
  }
});

// rules/compose/no-runtime-monitor.ts
var MONITORS = /\b(?:falco|tracee|tetragon|sysdig|wazuh|osquery|datadog|crowdstrike|twistlock|aqua|neuvector|elastic-agent)/i;
var no_runtime_monitor_default = defineRule({
  artifact: "compose",
  title: "secrets without a watch over what the containers do",
  severity: "info",
  confidence: "low",
  why: "a process that should not run, or that reads the files of a secret, is seen by nobody",
  fix: "run Falco or Tracee on the host, or as a service beside the others",
  references: ["https://falco.org/docs/", "https://aquasecurity.github.io/tracee/latest/"],
  cwe: [778],
  *check({ data }) {
    if (data.isPartial || data.services.some((service) => isDevServer(service) && vaultPart(service) === "server"))
      return;
    if (data.services.some(({ image, name }) => MONITORS.test(`${image?.value ?? ""} ${name}`))) return;
    const [first] = [...vaultServers(data), ...vaultDependents(data)];
    if (first)
      yield {
        message: "no service watches the containers",
        range: first.range,
        paste: 'falco: { image: "falcosecurity/falco:VERSION", privileged: true, volumes: ["/proc:/host/proc:ro"] }'
      };
  }
});

// rules/compose/overlay-not-encrypted.ts
var overlay_not_encrypted_default = defineRule({
  artifact: "compose",
  title: "network between hosts without encryption",
  severity: "low",
  confidence: "high",
  why: "whoever sits between the hosts reads what the services say to each other, also what goes without TLS",
  fix: 'encrypt it: `driver_opts: {encrypted: "true"}`',
  references: ["https://docs.docker.com/engine/network/drivers/overlay/#encrypt-traffic-on-an-overlay-network"],
  catalogue: ["VS415"],
  cwe: [319],
  *check({ data }) {
    for (const { name, driver, isEncrypted, isExternal } of data.networks)
      if (driver?.value === "overlay" && !isEncrypted && !isExternal)
        yield {
          message: `overlay network ${name} is not encrypted`,
          range: driver.range,
          paste: 'driver_opts: { encrypted: "true" }'
        };
  }
});

// rules/compose/privileged-container.ts
var privileged_container_default = defineRule({
  artifact: "compose",
  title: "container with all rights of the host",
  severity: "medium",
  confidence: "high",
  why: "whoever breaks into it is root on the host, and reads the secrets of every container there",
  fix: "take `privileged: true` out, and add the one capability or device that is needed",
  references: ["https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities"],
  catalogue: ["VS411"],
  cwe: [250],
  *check({ data }) {
    yield* onePerPlace(
      data.services.flatMap(
        ({ name, privileged }) => privileged ? [{ message: `service ${name} is privileged`, range: privileged, paste: "cap_add: [CAPABILITY]" }] : []
      )
    );
  }
});

// rules/compose/registry-not-allowed.ts
var registry_not_allowed_default = defineRule({
  artifact: "compose",
  title: "image from a registry that is not allowed",
  severity: "medium",
  confidence: "high",
  why: "an image from anywhere can hold anything, and it runs beside your secrets",
  fix: "take the image from a registry that `registries` of .vaultcheck.yml lists, or add its registry there",
  references: ["https://docs.docker.com/reference/compose-file/services/#image"],
  catalogue: ["VS109"],
  cwe: [829],
  *check({ data, options }) {
    if (options.registries.length === 0) return;
    for (const { name: service, image, build } of data.services) {
      const name = parseImageReference(image?.value ?? "").name;
      if (!image || build || name.includes("$") || isFromRegistry(name, options.registries)) continue;
      yield {
        message: `image ${name} of service ${service} is from none of the registries that are allowed`,
        range: image.range
      };
    }
  }
});

// rules/compose/replicas-without-agent.ts
var MOST_REPLICAS = 3;
var replicas_without_agent_default = defineRule({
  artifact: "compose",
  title: "many copies of a service that all ask Vault directly",
  severity: "low",
  confidence: "medium",
  why: "every start and every lease of every copy reaches Vault: when it was away, all come at once, and a slow Vault stops all of them",
  fix: "put Vault Agent or Vault Proxy with `cache` in front, and point VAULT_ADDR to it",
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/proxy/caching"],
  cwe: [400],
  *check({ data }) {
    if (data.services.some((service) => vaultPart(service) === "agent")) return;
    for (const { name, variables: variables2, deploy } of data.services) {
      const address = variables2.find(
        (variable) => /^(?:VAULT|BAO)_ADDR$/.test(variable.name) && !/agent|proxy|\/\/(?:localhost|127\.)/.test(variable.value ?? "")
      );
      const count = Number(deploy?.replicas?.value.replace(/^\$\{\w+:?-(\d+)\}$/, "$1"));
      if (address && deploy?.replicas && count > MOST_REPLICAS)
        yield {
          message: `${count} copies of service ${name} ask Vault directly`,
          range: deploy.replicas.range,
          paste: "VAULT_ADDR: http://vault-proxy:8100"
        };
    }
  }
});

// node_modules/js-yaml/dist/js-yaml.mjs
var NOT_RESOLVED = /* @__PURE__ */ Symbol("NOT_RESOLVED");
function defineScalarTag(tagName, options) {
  return {
    tagName,
    nodeKind: "scalar",
    implicit: options.implicit ?? false,
    matchByTagPrefix: options.matchByTagPrefix ?? false,
    implicitFirstChars: options.implicitFirstChars ?? null,
    resolve: options.resolve,
    identify: options.identify,
    represent: options.represent ?? ((data) => String(data)),
    representTagName: options.representTagName ?? (() => tagName)
  };
}
function defineSequenceTag(tagName, options) {
  const carrierIsResult = options.finalize === void 0;
  return {
    tagName,
    nodeKind: "sequence",
    implicit: false,
    matchByTagPrefix: options.matchByTagPrefix ?? false,
    create: options.create,
    addItem: options.addItem,
    finalize: options.finalize ?? ((carrier) => carrier),
    carrierIsResult,
    identify: options.identify,
    represent: options.represent ?? ((data) => data),
    representTagName: options.representTagName ?? (() => tagName)
  };
}
function defineMappingTag(tagName, options) {
  const carrierIsResult = options.finalize === void 0;
  return {
    tagName,
    nodeKind: "mapping",
    implicit: false,
    matchByTagPrefix: options.matchByTagPrefix ?? false,
    create: options.create,
    addPair: options.addPair,
    has: options.has,
    keys: options.keys,
    get: options.get,
    finalize: options.finalize ?? ((carrier) => carrier),
    carrierIsResult,
    identify: options.identify,
    represent: options.represent ?? ((data) => data),
    representTagName: options.representTagName ?? (() => tagName)
  };
}
var strTag = defineScalarTag("tag:yaml.org,2002:str", {
  resolve: (source) => source,
  identify: (data) => typeof data === "string"
});
var NULL_VALUES$1 = [
  "",
  "~",
  "null",
  "Null",
  "NULL"
];
var nullCoreTag = defineScalarTag("tag:yaml.org,2002:null", {
  implicit: true,
  implicitFirstChars: [
    "",
    "~",
    "n",
    "N"
  ],
  resolve: (source) => {
    if (NULL_VALUES$1.indexOf(source) !== -1) return null;
    return NOT_RESOLVED;
  },
  identify: (object) => object === null,
  represent: () => "null"
});
var nullJsonTag = defineScalarTag("tag:yaml.org,2002:null", {
  implicit: true,
  implicitFirstChars: ["n"],
  resolve: (source, isExplicit) => {
    if (source === "null" || isExplicit && source === "") return null;
    return NOT_RESOLVED;
  },
  identify: (object) => object === null,
  represent: () => "null"
});
var NULL_VALUES = [
  "",
  "~",
  "null",
  "Null",
  "NULL"
];
var nullYaml11Tag = defineScalarTag("tag:yaml.org,2002:null", {
  implicit: true,
  implicitFirstChars: [
    "",
    "~",
    "n",
    "N"
  ],
  resolve: (source) => {
    if (NULL_VALUES.indexOf(source) !== -1) return null;
    return NOT_RESOLVED;
  },
  identify: (object) => object === null,
  represent: () => "null"
});
var TRUE_VALUES$2 = [
  "true",
  "True",
  "TRUE"
];
var FALSE_VALUES$2 = [
  "false",
  "False",
  "FALSE"
];
var boolCoreTag = defineScalarTag("tag:yaml.org,2002:bool", {
  implicit: true,
  implicitFirstChars: [
    "t",
    "T",
    "f",
    "F"
  ],
  resolve: (source) => {
    if (TRUE_VALUES$2.indexOf(source) !== -1) return true;
    if (FALSE_VALUES$2.indexOf(source) !== -1) return false;
    return NOT_RESOLVED;
  },
  identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
  represent: (object) => object ? "true" : "false"
});
var TRUE_VALUES$1 = ["true"];
var FALSE_VALUES$1 = ["false"];
var boolJsonTag = defineScalarTag("tag:yaml.org,2002:bool", {
  implicit: true,
  implicitFirstChars: ["t", "f"],
  resolve: (source) => {
    if (TRUE_VALUES$1.indexOf(source) !== -1) return true;
    if (FALSE_VALUES$1.indexOf(source) !== -1) return false;
    return NOT_RESOLVED;
  },
  identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
  represent: (object) => object ? "true" : "false"
});
var TRUE_VALUES = [
  "true",
  "True",
  "TRUE",
  "y",
  "Y",
  "yes",
  "Yes",
  "YES",
  "on",
  "On",
  "ON"
];
var FALSE_VALUES = [
  "false",
  "False",
  "FALSE",
  "n",
  "N",
  "no",
  "No",
  "NO",
  "off",
  "Off",
  "OFF"
];
var boolYaml11Tag = defineScalarTag("tag:yaml.org,2002:bool", {
  implicit: true,
  implicitFirstChars: [
    "y",
    "Y",
    "n",
    "N",
    "t",
    "T",
    "f",
    "F",
    "o",
    "O"
  ],
  resolve: (source) => {
    if (TRUE_VALUES.indexOf(source) !== -1) return true;
    if (FALSE_VALUES.indexOf(source) !== -1) return false;
    return NOT_RESOLVED;
  },
  identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
  represent: (object) => object ? "true" : "false"
});
var YAML_INTEGER_IMPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
var YAML_INTEGER_EXPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
function parseYamlInteger$2(source) {
  let value = source;
  let sign = 1;
  if (value[0] === "-" || value[0] === "+") {
    if (value[0] === "-") sign = -1;
    value = value.slice(1);
  }
  if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
  if (value.startsWith("0o")) return sign * parseInt(value.slice(2), 8);
  if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
  return sign * parseInt(value, 10);
}
function resolveYamlInteger$2(source, isExplicit) {
  if (isExplicit) {
    if (!YAML_INTEGER_EXPLICIT_PATTERN$1.test(source)) return NOT_RESOLVED;
  } else if (!YAML_INTEGER_IMPLICIT_PATTERN$1.test(source)) return NOT_RESOLVED;
  const result = parseYamlInteger$2(source);
  return Number.isFinite(result) ? result : NOT_RESOLVED;
}
var intCoreTag = defineScalarTag("tag:yaml.org,2002:int", {
  implicit: true,
  implicitFirstChars: [
    "-",
    "+",
    ..."0123456789"
  ],
  resolve: resolveYamlInteger$2,
  identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
  represent: (object) => object.toString(10)
});
var YAML_INTEGER_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)$");
var YAML_INTEGER_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
function parseYamlInteger$1(source) {
  let value = source;
  let sign = 1;
  if (value[0] === "-" || value[0] === "+") {
    if (value[0] === "-") sign = -1;
    value = value.slice(1);
  }
  if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
  if (value.startsWith("0o")) return sign * parseInt(value.slice(2), 8);
  if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
  return sign * parseInt(value, 10);
}
function resolveYamlInteger$1(source, isExplicit) {
  if (isExplicit) {
    if (!YAML_INTEGER_EXPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
  } else if (!YAML_INTEGER_IMPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
  const result = parseYamlInteger$1(source);
  return Number.isFinite(result) ? result : NOT_RESOLVED;
}
var intJsonTag = defineScalarTag("tag:yaml.org,2002:int", {
  implicit: true,
  implicitFirstChars: ["-", ..."0123456789"],
  resolve: resolveYamlInteger$1,
  identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
  represent: (object) => object.toString(10)
});
var YAML_INTEGER_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+|[-+]?(?:0|[1-9][0-9_]*))$");
function parseYamlInteger(source) {
  let value = source.replace(/_/g, "");
  let sign = 1;
  if (value[0] === "-" || value[0] === "+") {
    if (value[0] === "-") sign = -1;
    value = value.slice(1);
  }
  if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
  if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
  if (value.includes(":")) {
    let result = 0;
    for (const part of value.split(":")) result = result * 60 + Number(part);
    return sign * result;
  }
  if (value !== "0" && value[0] === "0") return sign * parseInt(value, 8);
  return sign * parseInt(value, 10);
}
function resolveYamlInteger(source) {
  if (!YAML_INTEGER_PATTERN.test(source)) return NOT_RESOLVED;
  const result = parseYamlInteger(source);
  return Number.isFinite(result) ? result : NOT_RESOLVED;
}
var intYaml11Tag = defineScalarTag("tag:yaml.org,2002:int", {
  implicit: true,
  implicitFirstChars: [
    "-",
    "+",
    ..."0123456789"
  ],
  resolve: resolveYamlInteger,
  identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
  represent: (object) => object.toString(10)
});
var YAML_FLOAT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
var YAML_FLOAT_SPECIAL_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat$2(source) {
  if (!YAML_FLOAT_PATTERN$1.test(source)) return NOT_RESOLVED;
  let value = source.toLowerCase();
  const sign = value[0] === "-" ? -1 : 1;
  if ("+-".includes(value[0])) value = value.slice(1);
  if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  if (value === ".nan") return NaN;
  const result = sign * parseFloat(value);
  if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN$1.test(source)) return result;
  return NOT_RESOLVED;
}
function representYamlFloat$2(object) {
  if (isNaN(object)) return ".nan";
  if (object === Number.POSITIVE_INFINITY) return ".inf";
  if (object === Number.NEGATIVE_INFINITY) return "-.inf";
  if (Object.is(object, -0)) return "-0.0";
  const result = object.toString(10);
  return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
var floatCoreTag = defineScalarTag("tag:yaml.org,2002:float", {
  implicit: true,
  implicitFirstChars: [
    "-",
    "+",
    ".",
    ..."0123456789"
  ],
  resolve: resolveYamlFloat$2,
  identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
  represent: representYamlFloat$2
});
var YAML_FLOAT_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$");
var YAML_FLOAT_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat$1(source, isExplicit) {
  if (isExplicit) {
    if (!YAML_FLOAT_EXPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
    let value = source.toLowerCase();
    const sign = value[0] === "-" ? -1 : 1;
    if ("+-".includes(value[0])) value = value.slice(1);
    if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    if (value === ".nan") return NaN;
    const result2 = sign * parseFloat(value);
    return Number.isFinite(result2) ? result2 : NOT_RESOLVED;
  }
  if (!YAML_FLOAT_IMPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
  const result = Number(source);
  if (Number.isFinite(result)) return result;
  return NOT_RESOLVED;
}
function representYamlFloat$1(object) {
  if (isNaN(object)) return ".nan";
  if (object === Number.POSITIVE_INFINITY) return ".inf";
  if (object === Number.NEGATIVE_INFINITY) return "-.inf";
  if (Object.is(object, -0)) return "-0.0";
  const result = object.toString(10);
  return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
var floatJsonTag = defineScalarTag("tag:yaml.org,2002:float", {
  implicit: true,
  implicitFirstChars: ["-", ..."0123456789"],
  resolve: resolveYamlFloat$1,
  identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
  represent: representYamlFloat$1
});
var YAML_FLOAT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?(?:(?:[0-9][0-9_]*)?\\.[0-9_]*)(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
var YAML_FLOAT_SPECIAL_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat(source) {
  if (!YAML_FLOAT_PATTERN.test(source)) return NOT_RESOLVED;
  let value = source.toLowerCase().replace(/_/g, "");
  const sign = value[0] === "-" ? -1 : 1;
  if ("+-".includes(value[0])) value = value.slice(1);
  if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  if (value === ".nan") return NaN;
  let result = 0;
  if (value.includes(":")) {
    for (const part of value.split(":")) result = result * 60 + Number(part);
    result *= sign;
  } else result = sign * parseFloat(value);
  if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN.test(source)) return result;
  return NOT_RESOLVED;
}
function representYamlFloat(object) {
  if (isNaN(object)) return ".nan";
  if (object === Number.POSITIVE_INFINITY) return ".inf";
  if (object === Number.NEGATIVE_INFINITY) return "-.inf";
  if (Object.is(object, -0)) return "-0.0";
  const result = object.toString(10);
  return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
var floatYaml11Tag = defineScalarTag("tag:yaml.org,2002:float", {
  implicit: true,
  implicitFirstChars: [
    "-",
    "+",
    ".",
    ..."0123456789"
  ],
  resolve: resolveYamlFloat,
  identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
  represent: representYamlFloat
});
var mergeTag = defineScalarTag("tag:yaml.org,2002:merge", {
  implicit: true,
  implicitFirstChars: ["<"],
  resolve: (source, isExplicit) => {
    if (source === "<<" || isExplicit && source === "") return "<<";
    return NOT_RESOLVED;
  },
  identify: () => false
});
var BASE64_PATTERN = /^[A-Za-z0-9+/]*={0,2}$/;
function resolveYamlBinary(source) {
  const input2 = source.replace(/\s/g, "");
  if (input2.length % 4 !== 0 || !BASE64_PATTERN.test(input2)) return NOT_RESOLVED;
  const binary = atob(input2);
  const result = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) result[index] = binary.charCodeAt(index);
  return result;
}
function representYamlBinary(object) {
  let binary = "";
  for (let index = 0; index < object.length; index++) binary += String.fromCharCode(object[index]);
  return btoa(binary);
}
var binaryTag = defineScalarTag("tag:yaml.org,2002:binary", {
  resolve: resolveYamlBinary,
  identify: (object) => Object.prototype.toString.call(object) === "[object Uint8Array]",
  represent: representYamlBinary
});
var YAML_DATE_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9])-([0-9][0-9])$");
var YAML_TIMESTAMP_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9]?)-([0-9][0-9]?)(?:[Tt]|[ \\t]+)([0-9][0-9]?):([0-9][0-9]):([0-9][0-9])(?:\\.([0-9]*))?(?:[ \\t]*(Z|([-+])([0-9][0-9]?)(?::([0-9][0-9]))?))?$");
function makeUtcDate(year, month, day, hour = 0, minute = 0, second = 0, fraction = 0) {
  const date = new Date(Date.UTC(year, month, day, hour, minute, second, fraction));
  date.setUTCFullYear(year, month, day);
  return date;
}
function resolveYamlTimestamp(source) {
  let match = YAML_DATE_REGEXP.exec(source);
  if (match === null) match = YAML_TIMESTAMP_REGEXP.exec(source);
  if (match === null) return NOT_RESOLVED;
  const year = +match[1];
  const month = +match[2] - 1;
  const day = +match[3];
  if (!match[4]) {
    const date2 = makeUtcDate(year, month, day);
    if (date2.getUTCFullYear() !== year || date2.getUTCMonth() !== month || date2.getUTCDate() !== day) return NOT_RESOLVED;
    return date2;
  }
  const hour = +match[4];
  const minute = +match[5];
  const second = +match[6];
  let fraction = 0;
  if (hour > 23 || minute > 59 || second > 59) return NOT_RESOLVED;
  if (match[7]) {
    let value = match[7].slice(0, 3);
    while (value.length < 3) value += "0";
    fraction = +value;
  }
  const date = makeUtcDate(year, month, day, hour, minute, second, fraction);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month || date.getUTCDate() !== day) return NOT_RESOLVED;
  if (match[9]) {
    const offsetHour = +match[10];
    const offsetMinute = +(match[11] || 0);
    if (offsetHour > 23 || offsetMinute > 59) return NOT_RESOLVED;
    const offset = (offsetHour * 60 + offsetMinute) * 6e4;
    date.setTime(date.getTime() - (match[9] === "-" ? -offset : offset));
  }
  return date;
}
var timestampTag = defineScalarTag("tag:yaml.org,2002:timestamp", {
  implicit: true,
  implicitFirstChars: [..."0123456789"],
  resolve: resolveYamlTimestamp,
  identify: (object) => object instanceof Date,
  represent: (object) => object.toISOString()
});
var seqTag = defineSequenceTag("tag:yaml.org,2002:seq", {
  create: () => [],
  addItem: (container, item) => {
    container.push(item);
  },
  identify: Array.isArray
});
function isPlainObject(data) {
  if (data === null || typeof data !== "object" || Array.isArray(data)) return false;
  const prototype = Object.getPrototypeOf(data);
  return prototype === null || prototype === Object.prototype;
}
function pick(object, keys) {
  const result = {};
  for (const key2 of keys) if (object[key2] !== void 0) result[key2] = object[key2];
  return result;
}
var omapTag = defineSequenceTag("tag:yaml.org,2002:omap", {
  create: () => ({
    list: [],
    seen: /* @__PURE__ */ new Set()
  }),
  addItem: (carrier, item) => {
    let key2;
    if (item instanceof Map) {
      if (item.size !== 1) return "cannot resolve an ordered map item";
      key2 = item.keys().next().value;
    } else if (isPlainObject(item)) {
      const itemKeys = Object.keys(item);
      if (itemKeys.length !== 1) return "cannot resolve an ordered map item";
      key2 = itemKeys[0];
    } else return "cannot resolve an ordered map item";
    if (carrier.seen.has(key2)) return "duplicate key in ordered map";
    carrier.seen.add(key2);
    carrier.list.push(item);
    return "";
  },
  finalize: (carrier) => carrier.list,
  identify: () => false
});
var pairsTag = defineSequenceTag("tag:yaml.org,2002:pairs", {
  create: () => [],
  addItem: (container, item) => {
    if (item instanceof Map) {
      if (item.size !== 1) return "cannot resolve a pairs item";
      container.push(item.entries().next().value);
      return "";
    }
    if (Object.prototype.toString.call(item) !== "[object Object]") return "cannot resolve a pairs item";
    const object = item;
    const keys = Object.keys(object);
    if (keys.length !== 1) return "cannot resolve a pairs item";
    container.push([keys[0], object[keys[0]]]);
    return "";
  },
  identify: () => false
});
var mapTag = defineMappingTag("tag:yaml.org,2002:map", {
  create: () => ({}),
  identify: isPlainObject,
  represent: (o) => {
    const map = /* @__PURE__ */ new Map();
    for (const key2 of Object.keys(o)) map.set(key2, o[key2]);
    return map;
  },
  addPair: (container, key2, value) => {
    if (key2 !== null && typeof key2 === "object") return "object-based map does not support complex keys";
    const normalizedKey = String(key2);
    if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
      value,
      enumerable: true,
      configurable: true,
      writable: true
    });
    else container[normalizedKey] = value;
    return "";
  },
  has: (container, key2) => {
    if (key2 !== null && typeof key2 === "object") return false;
    return Object.prototype.hasOwnProperty.call(container, String(key2));
  },
  keys: (container) => Object.keys(container),
  get: (container, key2) => {
    const normalizedKey = String(key2);
    if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
    return container[normalizedKey];
  }
});
var setTag = defineMappingTag("tag:yaml.org,2002:set", {
  create: () => /* @__PURE__ */ new Set(),
  identify: (data) => data instanceof Set,
  represent: (data) => {
    const map = /* @__PURE__ */ new Map();
    for (const key2 of data) map.set(key2, null);
    return map;
  },
  addPair: (container, key2, value) => {
    if (value !== null) return "cannot resolve a set item";
    container.add(key2);
    return "";
  },
  has: (container, key2) => container.has(key2),
  keys: (container) => container.keys(),
  get: () => null
});
function createTagDefinitionMap() {
  return {
    scalar: /* @__PURE__ */ Object.create(null),
    sequence: /* @__PURE__ */ Object.create(null),
    mapping: /* @__PURE__ */ Object.create(null)
  };
}
function createTagDefinitionListMap() {
  return {
    scalar: [],
    sequence: [],
    mapping: []
  };
}
function compileTags(tags) {
  const result = [];
  for (const tag of tags) {
    let index = result.length;
    for (let previousIndex = 0; previousIndex < result.length; previousIndex++) {
      const previous = result[previousIndex];
      if (previous.nodeKind === tag.nodeKind && previous.tagName === tag.tagName && previous.matchByTagPrefix === tag.matchByTagPrefix) {
        index = previousIndex;
        break;
      }
    }
    result[index] = tag;
  }
  return result;
}
var Schema = class Schema2 {
  tags;
  /** @internal */
  implicitScalarTags;
  /**
  * Dispatch implicit scalar resolvers by `source.charAt(0)`. Each bucket holds
  * the resolvers that may match that key, in schema order; a key absent from
  * the map uses
  * {@link Schema.implicitScalarAnyFirstChar}
  * (resolvers that declared no first-char constraint, so they apply to any
  * first character).
  */
  implicitScalarByFirstChar;
  implicitScalarAnyFirstChar;
  /**
  * The default scalar tag (`!!str`), resolved once so the composer's fallback
  * for unresolved plain scalars avoids a keyed lookup per scalar.
  *
  * @internal
  */
  defaultScalarTag;
  /**
  * The default container tags (`!!seq` / `!!map`), used by the dumper: when a
  * value is identified by its default tag, the tag is implicit and not
  * printed. Undefined if the schema does not define them (then such values
  * can't be dumped).
  *
  * @internal
  */
  defaultSequenceTag;
  /** @internal */
  defaultMappingTag;
  exact;
  prefix;
  constructor(tags) {
    const compiledTags = compileTags(tags);
    const implicitScalarTags = [];
    const exact = createTagDefinitionMap();
    const prefix = createTagDefinitionListMap();
    for (const tag of compiledTags) {
      if (tag.nodeKind === "scalar" && tag.implicit) {
        if (tag.matchByTagPrefix) throw new Error("Implicit scalar tags cannot match by tag prefix");
        implicitScalarTags.push(tag);
      }
      switch (tag.nodeKind) {
        case "scalar":
          if (tag.matchByTagPrefix) prefix.scalar.push(tag);
          else exact.scalar[tag.tagName] = tag;
          break;
        case "sequence":
          if (tag.matchByTagPrefix) prefix.sequence.push(tag);
          else exact.sequence[tag.tagName] = tag;
          break;
        case "mapping":
          if (tag.matchByTagPrefix) prefix.mapping.push(tag);
          else exact.mapping[tag.tagName] = tag;
      }
    }
    const implicitScalarAnyFirstChar = implicitScalarTags.filter((tag) => tag.implicitFirstChars === null);
    const keys = /* @__PURE__ */ new Set();
    for (const tag of implicitScalarTags) if (tag.implicitFirstChars !== null) for (const key2 of tag.implicitFirstChars) keys.add(key2);
    const implicitScalarByFirstChar = /* @__PURE__ */ new Map();
    for (const key2 of keys) implicitScalarByFirstChar.set(key2, implicitScalarTags.filter((tag) => tag.implicitFirstChars === null || tag.implicitFirstChars.indexOf(key2) !== -1));
    const defaultScalarTag = exact.scalar["tag:yaml.org,2002:str"];
    if (!defaultScalarTag) throw new Error("schema does not define the default scalar tag (tag:yaml.org,2002:str)");
    this.tags = compiledTags;
    this.implicitScalarTags = implicitScalarTags;
    this.implicitScalarByFirstChar = implicitScalarByFirstChar;
    this.implicitScalarAnyFirstChar = implicitScalarAnyFirstChar;
    this.defaultScalarTag = defaultScalarTag;
    this.defaultSequenceTag = exact.sequence["tag:yaml.org,2002:seq"];
    this.defaultMappingTag = exact.mapping["tag:yaml.org,2002:map"];
    this.exact = exact;
    this.prefix = prefix;
  }
  /** @internal */
  lookupScalarTag(tagName) {
    const exactTag = this.exact.scalar[tagName];
    if (exactTag) return exactTag;
    for (const tag of this.prefix.scalar) if (tagName.startsWith(tag.tagName)) return tag;
  }
  /** @internal */
  lookupSequenceTag(tagName) {
    const exactTag = this.exact.sequence[tagName];
    if (exactTag) return exactTag;
    for (const tag of this.prefix.sequence) if (tagName.startsWith(tag.tagName)) return tag;
  }
  /** @internal */
  lookupMappingTag(tagName) {
    const exactTag = this.exact.mapping[tagName];
    if (exactTag) return exactTag;
    for (const tag of this.prefix.mapping) if (tagName.startsWith(tag.tagName)) return tag;
  }
  /** @internal */
  resolveImplicitScalarTag(source) {
    const candidates = this.implicitScalarByFirstChar.get(source.charAt(0)) ?? this.implicitScalarAnyFirstChar;
    for (const tag2 of candidates) {
      const value = tag2.resolve(source, false, tag2.tagName);
      if (value !== NOT_RESOLVED) return {
        value,
        tag: tag2
      };
    }
    const tag = this.defaultScalarTag;
    return {
      value: tag.resolve(source, false, tag.tagName),
      tag
    };
  }
  /**
  * Creates a new schema with the specified tags added. If a tag already
  * exists, it is replaced by the specified tag.
  *
  * @example
  *
  * ```javascript
  * import { CORE_SCHEMA, mergeTag, realMapTag } from 'js-yaml'
  *
  * const schema = CORE_SCHEMA.withTags(mergeTag, realMapTag)
  * ```
  */
  withTags(...tags) {
    let flatTags = [];
    for (const tag of tags) flatTags = flatTags.concat(tag);
    return new Schema2([...this.tags, ...flatTags]);
  }
};
var FAILSAFE_SCHEMA = new Schema([
  strTag,
  seqTag,
  mapTag
]);
var JSON_SCHEMA = new Schema([
  ...FAILSAFE_SCHEMA.tags,
  nullJsonTag,
  boolJsonTag,
  intJsonTag,
  floatJsonTag
]);
var CORE_SCHEMA = new Schema([
  ...FAILSAFE_SCHEMA.tags,
  nullCoreTag,
  boolCoreTag,
  intCoreTag,
  floatCoreTag
]);
var YAML11_SCHEMA = new Schema([
  ...FAILSAFE_SCHEMA.tags,
  nullYaml11Tag,
  boolYaml11Tag,
  intYaml11Tag,
  floatYaml11Tag,
  timestampTag,
  mergeTag,
  binaryTag,
  omapTag,
  pairsTag,
  setTag
]);
var DUMP_SCHEMA = YAML11_SCHEMA.withTags({
  ...intYaml11Tag,
  resolve: (source, isExplicit, tagName) => {
    const result = intYaml11Tag.resolve(source, isExplicit, tagName);
    return result === NOT_RESOLVED ? intCoreTag.resolve(source, isExplicit, tagName) : result;
  }
}, {
  ...floatYaml11Tag,
  resolve: (source, isExplicit, tagName) => {
    const result = floatYaml11Tag.resolve(source, isExplicit, tagName);
    return result === NOT_RESOLVED ? floatCoreTag.resolve(source, isExplicit, tagName) : result;
  }
});
var realMapTag = defineMappingTag("tag:yaml.org,2002:map", {
  create: () => /* @__PURE__ */ new Map(),
  addPair: (container, key2, value) => {
    container.set(key2, value);
    return "";
  },
  has: (container, key2) => container.has(key2),
  keys: (container) => container.keys(),
  get: (container, key2) => container.get(key2),
  identify: (data) => data instanceof Map || isPlainObject(data),
  represent: (data) => {
    if (data instanceof Map) return data;
    const map = /* @__PURE__ */ new Map();
    const obj = data;
    for (const key2 of Object.keys(obj)) map.set(key2, obj[key2]);
    return map;
  }
});
function normalizeKey(key2) {
  if (Array.isArray(key2)) {
    const array = Array.prototype.slice.call(key2);
    for (let index = 0; index < array.length; index++) {
      if (Array.isArray(array[index])) return null;
      if (typeof array[index] === "object" && Object.prototype.toString.call(array[index]) === "[object Object]") array[index] = "[object Object]";
    }
    return String(array);
  }
  if (typeof key2 === "object" && Object.prototype.toString.call(key2) === "[object Object]") return "[object Object]";
  return String(key2);
}
var legacyMapTag = defineMappingTag("tag:yaml.org,2002:map", {
  create: () => ({}),
  identify: isPlainObject,
  represent: (o) => {
    const map = /* @__PURE__ */ new Map();
    for (const key2 of Object.keys(o)) map.set(key2, o[key2]);
    return map;
  },
  addPair: (container, key2, value) => {
    const normalizedKey = normalizeKey(key2);
    if (normalizedKey === null) return "nested arrays are not supported inside keys";
    if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
      value,
      enumerable: true,
      configurable: true,
      writable: true
    });
    else container[normalizedKey] = value;
    return "";
  },
  has: (container, key2) => {
    const normalizedKey = normalizeKey(key2);
    return normalizedKey !== null && Object.prototype.hasOwnProperty.call(container, normalizedKey);
  },
  keys: (container) => Object.keys(container),
  get: (container, key2) => {
    const normalizedKey = String(key2);
    if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
    return container[normalizedKey];
  }
});
var DEFAULT_SNIPPET_OPTIONS = {
  maxLength: 79,
  indent: 1,
  linesBefore: 3,
  linesAfter: 2
};
function getLine(buffer, lineStart, lineEnd, position, maxLineLength) {
  let head = "";
  let tail = "";
  const maxHalfLength = Math.floor(maxLineLength / 2) - 1;
  if (position - lineStart > maxHalfLength) {
    head = " ... ";
    lineStart = position - maxHalfLength + head.length;
  }
  if (lineEnd - position > maxHalfLength) {
    tail = " ...";
    lineEnd = position + maxHalfLength - tail.length;
  }
  return {
    str: head + buffer.slice(lineStart, lineEnd).replace(/\t/g, "\u2192") + tail,
    pos: position - lineStart + head.length
  };
}
function padStart(string, max) {
  return " ".repeat(Math.max(max - string.length, 0)) + string;
}
function makeSnippet(mark, options) {
  if (!mark.buffer) return null;
  const opts = {
    ...DEFAULT_SNIPPET_OPTIONS,
    ...options
  };
  const re = /\r?\n|\r|\0/g;
  const lineStarts = [0];
  const lineEnds = [];
  let match;
  let foundLineNo = -1;
  while (match = re.exec(mark.buffer)) {
    lineEnds.push(match.index);
    lineStarts.push(match.index + match[0].length);
    if (mark.position <= match.index && foundLineNo < 0) foundLineNo = lineStarts.length - 2;
  }
  if (foundLineNo < 0) foundLineNo = lineStarts.length - 1;
  let result = "";
  const lineNoLength = Math.min(mark.line + opts.linesAfter, lineEnds.length).toString().length;
  const maxLineLength = opts.maxLength - (opts.indent + lineNoLength + 3);
  for (let i = 1; i <= opts.linesBefore; i++) {
    if (foundLineNo - i < 0) break;
    const line2 = getLine(mark.buffer, lineStarts[foundLineNo - i], lineEnds[foundLineNo - i], mark.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo - i]), maxLineLength);
    result = `${" ".repeat(opts.indent)}${padStart((mark.line - i + 1).toString(), lineNoLength)} | ${line2.str}
${result}`;
  }
  const line = getLine(mark.buffer, lineStarts[foundLineNo], lineEnds[foundLineNo], mark.position, maxLineLength);
  result += `${" ".repeat(opts.indent)}${padStart((mark.line + 1).toString(), lineNoLength)} | ${line.str}
`;
  result += `${"-".repeat(opts.indent + lineNoLength + 3 + line.pos)}^
`;
  for (let i = 1; i <= opts.linesAfter; i++) {
    if (foundLineNo + i >= lineEnds.length) break;
    const line2 = getLine(mark.buffer, lineStarts[foundLineNo + i], lineEnds[foundLineNo + i], mark.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo + i]), maxLineLength);
    result += `${" ".repeat(opts.indent)}${padStart((mark.line + i + 1).toString(), lineNoLength)} | ${line2.str}
`;
  }
  return result.replace(/\n$/, "");
}
function formatError(exception, compact) {
  let where = "";
  if (!exception.mark) return exception.reason;
  if (exception.mark.name) where += `in "${exception.mark.name}" `;
  where += `(${exception.mark.line + 1}:${exception.mark.column + 1})`;
  if (!compact && exception.mark.snippet) where += `

${exception.mark.snippet}`;
  return `${exception.reason} ${where}`;
}
var YAMLException = class YAMLException2 extends Error {
  reason;
  mark;
  /**
  * Optional `mark` contains source snippet data. Usually, use
  * {@link YAMLException.throwAt} instead of passing it directly.
  */
  constructor(reason, mark) {
    super();
    this.name = "YAMLException";
    this.reason = reason;
    this.mark = mark;
    this.message = formatError(this, false);
    if (Error.captureStackTrace) Error.captureStackTrace(this, this.constructor);
  }
  /**
  * Returns the formatted error, omitting the source snippet in compact mode.
  */
  toString(compact) {
    return `${this.name}: ${formatError(this, compact)}`;
  }
  /**
  * Builds a YAMLException with a source snippet and throws it. `source` is
  * the raw input text; `position` is an offset into it.
  */
  static throwAt(source, position, message, filename = "") {
    let line = 0;
    let lineStart = 0;
    for (let index = 0; index < position; index++) {
      const ch = source.charCodeAt(index);
      if (ch === 10) {
        line++;
        lineStart = index + 1;
      } else if (ch === 13) {
        line++;
        if (source.charCodeAt(index + 1) === 10) index++;
        lineStart = index + 1;
      }
    }
    const mark = {
      name: filename,
      buffer: source,
      position,
      line,
      column: position - lineStart
    };
    mark.snippet = makeSnippet(mark);
    throw new YAMLException2(message, mark);
  }
};
var EVENT_ID = {
  DOCUMENT: 1,
  SEQUENCE: 2,
  MAPPING: 3,
  SCALAR: 4,
  ALIAS: 5,
  POP: 6
};
var SCALAR_STYLE = {
  PLAIN: 1,
  SINGLE_QUOTED: 2,
  DOUBLE_QUOTED: 3,
  LITERAL_BLOCK: 4,
  FOLDED_BLOCK: 5
};
var COLLECTION_STYLE = {
  BLOCK: 1,
  FLOW: 2
};
var CHOMPING_MODE = {
  CLIP: 1,
  STRIP: 2,
  KEEP: 3
};
var NO_RANGE$3 = -1;
function simpleEscapeSequence(c) {
  switch (c) {
    case 48:
      return "\0";
    case 97:
      return "\x07";
    case 98:
      return "\b";
    case 116:
      return "	";
    case 9:
      return "	";
    case 110:
      return "\n";
    case 118:
      return "\v";
    case 102:
      return "\f";
    case 114:
      return "\r";
    case 101:
      return "\x1B";
    case 32:
      return " ";
    case 34:
      return '"';
    case 47:
      return "/";
    case 92:
      return "\\";
    case 78:
      return "\x85";
    case 95:
      return "\xA0";
    case 76:
      return "\u2028";
    case 80:
      return "\u2029";
    default:
      return "";
  }
}
var simpleEscapeCheck = new Array(256);
var simpleEscapeMap = new Array(256);
for (let i = 0; i < 256; i++) {
  simpleEscapeCheck[i] = simpleEscapeSequence(i) ? 1 : 0;
  simpleEscapeMap[i] = simpleEscapeSequence(i);
}
function charFromCodepoint(c) {
  if (c <= 65535) return String.fromCharCode(c);
  return String.fromCharCode((c - 65536 >> 10) + 55296, (c - 65536 & 1023) + 56320);
}
function fromHexCode$1(c) {
  if (c >= 48 && c <= 57) return c - 48;
  return (c | 32) - 97 + 10;
}
function escapedHexLen$1(c) {
  if (c === 120) return 2;
  if (c === 117) return 4;
  return 8;
}
function skipFoldedBreaks(input2, position, end) {
  let breaks = 0;
  while (position < end) {
    const ch = input2.charCodeAt(position);
    if (ch === 10) {
      breaks++;
      position++;
    } else if (ch === 13) {
      breaks++;
      position++;
      if (input2.charCodeAt(position) === 10) position++;
    } else if (ch === 32 || ch === 9) position++;
    else break;
  }
  return {
    position,
    breaks
  };
}
function foldedBreaks(count) {
  if (count === 1) return " ";
  return "\n".repeat(count - 1);
}
function getPlainValue(input2, start, end) {
  let result = "";
  let position = start;
  let captureStart = start;
  let captureEnd = start;
  while (position < end) {
    const ch = input2.charCodeAt(position);
    if (ch === 10 || ch === 13) {
      result += input2.slice(captureStart, captureEnd);
      const fold = skipFoldedBreaks(input2, position, end);
      result += foldedBreaks(fold.breaks);
      position = captureStart = captureEnd = fold.position;
    } else {
      position++;
      if (ch !== 32 && ch !== 9) captureEnd = position;
    }
  }
  return result + input2.slice(captureStart, captureEnd);
}
function getSingleQuotedValue(input2, start, end) {
  let result = "";
  let position = start;
  let captureStart = start;
  let captureEnd = start;
  while (position < end) {
    const ch = input2.charCodeAt(position);
    if (ch === 39) {
      result += input2.slice(captureStart, position) + "'";
      position += 2;
      captureStart = captureEnd = position;
    } else if (ch === 10 || ch === 13) {
      result += input2.slice(captureStart, captureEnd);
      const fold = skipFoldedBreaks(input2, position, end);
      result += foldedBreaks(fold.breaks);
      position = captureStart = captureEnd = fold.position;
    } else {
      position++;
      if (ch !== 32 && ch !== 9) captureEnd = position;
    }
  }
  return result + input2.slice(captureStart, end);
}
function getDoubleQuotedValue(input2, start, end) {
  let result = "";
  let position = start;
  let captureStart = start;
  let captureEnd = start;
  while (position < end) {
    const ch = input2.charCodeAt(position);
    if (ch === 92) {
      result += input2.slice(captureStart, position);
      position++;
      const escaped = input2.charCodeAt(position);
      if (escaped === 10 || escaped === 13) position = skipFoldedBreaks(input2, position, end).position;
      else if (escaped < 256 && simpleEscapeCheck[escaped]) {
        result += simpleEscapeMap[escaped];
        position++;
      } else {
        let hexLength = escapedHexLen$1(escaped);
        let hexResult = 0;
        for (; hexLength > 0; hexLength--) {
          position++;
          const digit = fromHexCode$1(input2.charCodeAt(position));
          hexResult = (hexResult << 4) + digit;
        }
        result += charFromCodepoint(hexResult);
        position++;
      }
      captureStart = captureEnd = position;
    } else if (ch === 10 || ch === 13) {
      result += input2.slice(captureStart, captureEnd);
      const fold = skipFoldedBreaks(input2, position, end);
      result += foldedBreaks(fold.breaks);
      position = captureStart = captureEnd = fold.position;
    } else {
      position++;
      if (ch !== 32 && ch !== 9) captureEnd = position;
    }
  }
  return result + input2.slice(captureStart, end);
}
function getBlockValue(input2, start, end, indent, chomping, folded) {
  const textIndent = indent < 0 ? 0 : indent;
  const region = input2.slice(start, end).replace(/\r\n?/g, "\n");
  const lines = region === "" ? [] : (region.endsWith("\n") ? region.slice(0, -1) : region).split("\n");
  let result = "";
  let didReadContent = false;
  let emptyLines = 0;
  let atMoreIndented = false;
  for (const line of lines) {
    let column = 0;
    while (column < textIndent && line.charCodeAt(column) === 32) column++;
    if (indent < 0 || column >= line.length) {
      emptyLines++;
      continue;
    }
    const content = line.slice(textIndent);
    const first = content.charCodeAt(0);
    if (folded) {
      if (first === 32 || first === 9) {
        atMoreIndented = true;
        result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
      } else if (atMoreIndented) {
        atMoreIndented = false;
        result += "\n".repeat(emptyLines + 1);
      } else if (emptyLines === 0) {
        if (didReadContent) result += " ";
      } else result += "\n".repeat(emptyLines);
    } else result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
    result += content;
    didReadContent = true;
    emptyLines = 0;
  }
  if (chomping === CHOMPING_MODE.KEEP) result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
  else if (chomping !== CHOMPING_MODE.STRIP) {
    if (didReadContent) result += "\n";
  }
  return result;
}
function getScalarValue(input2, scalar) {
  if (scalar.valueStart === NO_RANGE$3) return "";
  const { valueStart, valueEnd } = scalar;
  if (scalar.fast) return input2.slice(valueStart, valueEnd);
  switch (scalar.style) {
    case SCALAR_STYLE.SINGLE_QUOTED:
      return getSingleQuotedValue(input2, valueStart, valueEnd);
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return getDoubleQuotedValue(input2, valueStart, valueEnd);
    case SCALAR_STYLE.LITERAL_BLOCK:
      return getBlockValue(input2, valueStart, valueEnd, scalar.indent, scalar.chomping, false);
    case SCALAR_STYLE.FOLDED_BLOCK:
      return getBlockValue(input2, valueStart, valueEnd, scalar.indent, scalar.chomping, true);
    default:
      return getPlainValue(input2, valueStart, valueEnd);
  }
}
var DEFAULT_TAG_HANDLERS = Object.assign(/* @__PURE__ */ Object.create(null), {
  "!": "!",
  "!!": "tag:yaml.org,2002:"
});
var TAG_SUFFIX_CHARS = "-#;/?:@&=+$_.~*'()";
var TAG_URI_CHARS = TAG_SUFFIX_CHARS + "!,[]";
function tagPercentDecode(source) {
  let result = "";
  let index = 0;
  while (index < source.length) {
    if (source.charCodeAt(index) !== 37) {
      result += source[index++];
      continue;
    }
    let ch = parseInt(source.slice(index + 1, index + 3), 16);
    index += 3;
    if (ch >= 192) {
      let remaining = ch < 224 ? 1 : ch < 240 ? 2 : 3;
      ch &= (1 << 6 - remaining) - 1;
      while (remaining-- > 0) {
        ch = ch << 6 | parseInt(source.slice(index + 1, index + 3), 16) & 63;
        index += 3;
      }
    }
    if (ch < 65536) result += String.fromCharCode(ch);
    else {
      ch -= 65536;
      result += String.fromCharCode(55296 | ch >> 10, 56320 | ch & 1023);
    }
  }
  return result;
}
function tagNameFull(rawTag, tagHandlers) {
  if (rawTag.startsWith("!<") && rawTag.endsWith(">")) return tagPercentDecode(rawTag.slice(2, -1));
  const handleEnd = rawTag.indexOf("!", 1);
  const handle = handleEnd === -1 ? "!" : rawTag.slice(0, handleEnd + 1);
  return tagPercentDecode(tagHandlers?.[handle] ?? DEFAULT_TAG_HANDLERS[handle] ?? handle) + tagPercentDecode(rawTag.slice(handle.length));
}
var NO_RANGE$2 = -1;
var MERGE_TAG_NAME = "tag:yaml.org,2002:merge";
var DEFAULT_CONSTRUCTOR_OPTIONS = {
  filename: "",
  schema: CORE_SCHEMA,
  json: false,
  maxTotalMergeKeys: 1e4,
  maxAliases: -1
};
function eventPosition$1(event) {
  if ("tagStart" in event && event.tagStart !== NO_RANGE$2) return event.tagStart;
  if ("anchorStart" in event && event.anchorStart !== NO_RANGE$2) return event.anchorStart;
  if ("valueStart" in event && event.valueStart !== NO_RANGE$2) return event.valueStart;
  if ("start" in event) return event.start;
  return 0;
}
function throwError$1(state, message) {
  YAMLException.throwAt(state.source, state.position, message, state.filename);
}
function finalizeCollection(state, position, tag, carrier) {
  try {
    return tag.finalize(carrier);
  } catch (error) {
    if (error instanceof YAMLException) throw error;
    YAMLException.throwAt(state.source, position, error instanceof Error ? error.message : String(error), state.filename);
  }
}
function constructScalar(state, event) {
  const source = getScalarValue(state.source, event);
  const rawTag = event.tagStart === NO_RANGE$2 ? "" : state.source.slice(event.tagStart, event.tagEnd);
  const strTag2 = state.schema.defaultScalarTag;
  if (rawTag !== "") {
    if (rawTag === "!") return {
      value: source,
      tag: strTag2
    };
    const tagName = tagNameFull(rawTag, state.tagHandlers);
    const scalarTag = state.schema.lookupScalarTag(tagName);
    if (scalarTag) {
      const result = scalarTag.resolve(source, true, tagName);
      if (result === NOT_RESOLVED) throwError$1(state, `cannot resolve a node with !<${tagName}> explicit tag`);
      return {
        value: result,
        tag: scalarTag
      };
    }
    const collectionTagDef = state.schema.lookupMappingTag(tagName) ?? state.schema.lookupSequenceTag(tagName);
    if (collectionTagDef) {
      if (source !== "") throwError$1(state, `cannot resolve a node with !<${tagName}> explicit tag`);
      const carrier = collectionTagDef.create(tagName);
      return {
        value: collectionTagDef.carrierIsResult ? carrier : finalizeCollection(state, state.position, collectionTagDef, carrier),
        tag: collectionTagDef
      };
    }
    throwError$1(state, `unknown scalar tag !<${tagName}>`);
  }
  if (event.style === SCALAR_STYLE.PLAIN) return state.schema.resolveImplicitScalarTag(source);
  return {
    value: strTag2.resolve(source, false, strTag2.tagName),
    tag: strTag2
  };
}
function collectionTagName(state, event, defaultTagName) {
  const rawTag = event.tagStart === NO_RANGE$2 ? "" : state.source.slice(event.tagStart, event.tagEnd);
  return rawTag === "" || rawTag === "!" ? defaultTagName : tagNameFull(rawTag, state.tagHandlers);
}
function isMappingTag(tag) {
  return tag.nodeKind === "mapping";
}
function chargeMergeWork(state) {
  state.totalMergeKeys++;
  if (state.maxTotalMergeKeys !== -1 && state.totalMergeKeys > state.maxTotalMergeKeys) throwError$1(state, `merge keys exceeded maxTotalMergeKeys (${state.maxTotalMergeKeys})`);
}
function mergeKeys(state, frame2, source, sourceTag) {
  chargeMergeWork(state);
  for (const sourceKey of sourceTag.keys(source)) {
    chargeMergeWork(state);
    if (frame2.tag.has(frame2.value, sourceKey)) continue;
    const err = frame2.tag.addPair(frame2.value, sourceKey, sourceTag.get(source, sourceKey));
    if (err) throwError$1(state, err);
    frame2.overridable ??= /* @__PURE__ */ new Set();
    frame2.overridable.add(sourceKey);
  }
}
function mergeSource(state, frame2, source, sourceTag) {
  state.position = frame2.keyPosition;
  if (isMappingTag(sourceTag)) mergeKeys(state, frame2, source, sourceTag);
  else if (sourceTag.nodeKind === "sequence" && Array.isArray(source)) {
    if (source.length > 100) throwError$1(state, "abnormal merge sequence size");
    for (const element of source) {
      const elementTag = state.nodeTags.get(element);
      if (!elementTag) throwError$1(state, "cannot merge mappings; the provided source object is unacceptable");
      mergeKeys(state, frame2, element, elementTag);
    }
  } else throwError$1(state, "cannot merge mappings; the provided source object is unacceptable");
}
function addMappingValue(state, frame2, key2, value, tag) {
  state.position = frame2.keyPosition;
  if (frame2.keyIsMerge) {
    mergeSource(state, frame2, value, tag);
    return;
  }
  if (!state.json && frame2.tag.has(frame2.value, key2) && !frame2.overridable?.has(key2)) throwError$1(state, "duplicated mapping key");
  const err = frame2.tag.addPair(frame2.value, key2, value);
  if (err) throwError$1(state, err);
  frame2.overridable?.delete(key2);
}
function addValue(state, value, tag) {
  const frame2 = state.frames[state.frames.length - 1];
  if (frame2.kind === "document") {
    frame2.value = value;
    frame2.hasValue = true;
  } else if (frame2.kind === "sequence") {
    if (isMappingTag(tag)) state.nodeTags.set(value, tag);
    const err = frame2.tag.addItem(frame2.value, value, frame2.index++);
    if (err) throwError$1(state, err);
  } else if (frame2.hasKey) {
    const key2 = frame2.key;
    frame2.key = void 0;
    frame2.hasKey = false;
    addMappingValue(state, frame2, key2, value, tag);
  } else {
    frame2.key = value;
    frame2.keyPosition = state.position;
    frame2.hasKey = true;
    frame2.keyIsMerge = tag.tagName === MERGE_TAG_NAME;
  }
}
function storeAnchor(state, event, value, tag, isValueFinal) {
  if (event.anchorStart !== NO_RANGE$2) {
    const anchor = {
      value,
      tag,
      isValueFinal
    };
    state.anchors.set(state.source.slice(event.anchorStart, event.anchorEnd), anchor);
    return anchor;
  }
  return null;
}
function constructFromEvents(events, options) {
  const state = {
    ...DEFAULT_CONSTRUCTOR_OPTIONS,
    ...options,
    events,
    documents: [],
    eventIndex: 0,
    position: 0,
    frames: [],
    anchors: /* @__PURE__ */ new Map(),
    nodeTags: /* @__PURE__ */ new Map(),
    tagHandlers: /* @__PURE__ */ Object.create(null),
    totalMergeKeys: 0,
    aliasCount: 0
  };
  while (state.eventIndex < state.events.length) {
    const event = state.events[state.eventIndex++];
    state.position = eventPosition$1(event);
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        state.anchors = /* @__PURE__ */ new Map();
        state.nodeTags = /* @__PURE__ */ new Map();
        state.aliasCount = 0;
        state.tagHandlers = /* @__PURE__ */ Object.create(null);
        for (const directive of event.directives) if (directive.kind === "tag") state.tagHandlers[directive.handle] = directive.prefix;
        state.frames.push({
          kind: "document",
          position: state.position,
          value: void 0,
          hasValue: false
        });
        break;
      case EVENT_ID.SCALAR: {
        const { value, tag } = constructScalar(state, event);
        storeAnchor(state, event, value, tag, true);
        addValue(state, value, tag);
        break;
      }
      case EVENT_ID.SEQUENCE: {
        const tagName = collectionTagName(state, event, "tag:yaml.org,2002:seq");
        const tag = state.schema.lookupSequenceTag(tagName);
        if (!tag) throwError$1(state, `unknown sequence tag !<${tagName}>`);
        const value = tag.create(tagName);
        const anchor = storeAnchor(state, event, value, tag, tag.carrierIsResult);
        state.frames.push({
          kind: "sequence",
          position: state.position,
          value,
          tag,
          anchor,
          index: 0
        });
        break;
      }
      case EVENT_ID.MAPPING: {
        const tagName = collectionTagName(state, event, "tag:yaml.org,2002:map");
        const tag = state.schema.lookupMappingTag(tagName);
        if (!tag) throwError$1(state, `unknown mapping tag !<${tagName}>`);
        const value = tag.create(tagName);
        const anchor = storeAnchor(state, event, value, tag, tag.carrierIsResult);
        state.frames.push({
          kind: "mapping",
          position: state.position,
          value,
          tag,
          anchor,
          key: void 0,
          keyPosition: state.position,
          hasKey: false,
          keyIsMerge: false,
          overridable: null
        });
        break;
      }
      case EVENT_ID.ALIAS: {
        if (state.maxAliases !== -1 && ++state.aliasCount > state.maxAliases) throwError$1(state, `aliases exceeded maxAliases (${state.maxAliases})`);
        const name = state.source.slice(event.anchorStart, event.anchorEnd);
        const anchor = state.anchors.get(name);
        if (!anchor) throwError$1(state, `unidentified alias "${name}"`);
        if (!anchor.isValueFinal) throwError$1(state, `recursive alias "${name}" is not supported for tag ${anchor.tag.tagName} because it uses finalize()`);
        addValue(state, anchor.value, anchor.tag);
        break;
      }
      case EVENT_ID.POP: {
        const frame2 = state.frames.pop();
        if (frame2.kind === "mapping" && frame2.hasKey) {
          state.position = frame2.keyPosition;
          throwError$1(state, "incomplete mapping pair in event stream");
        }
        if (frame2.kind === "document") state.documents.push(frame2.value);
        else {
          const value = frame2.tag.carrierIsResult ? frame2.value : finalizeCollection(state, frame2.position, frame2.tag, frame2.value);
          if (frame2.anchor) {
            frame2.anchor.value = value;
            frame2.anchor.isValueFinal = true;
          }
          addValue(state, value, frame2.tag);
        }
        break;
      }
    }
  }
  return state.documents;
}
var NO_RANGE$1 = -1;
var HAS_OWN = Object.prototype.hasOwnProperty;
var CONTEXT_FLOW_IN = 1;
var CONTEXT_FLOW_OUT = 2;
var CONTEXT_BLOCK_IN = 3;
var CONTEXT_BLOCK_OUT = 4;
var PATTERN_NON_PRINTABLE = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/;
var PATTERN_FLOW_INDICATORS = /[,\[\]{}]/;
var PATTERN_TAG_HANDLE = /^(?:!|!!|![0-9A-Za-z-]+!)$/;
var NS_URI_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$,_.!~*'()\[\]])`;
var NS_TAG_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$.~*'()_])`;
var PATTERN_TAG_URI = new RegExp(`^(?:${NS_URI_CHAR})*$`);
var PATTERN_TAG_SUFFIX = new RegExp(`^(?:${NS_TAG_CHAR})+$`);
var PATTERN_TAG_PREFIX = new RegExp(`^(?:!(?:${NS_URI_CHAR})*|${NS_TAG_CHAR}(?:${NS_URI_CHAR})*)$`);
var DEFAULT_PARSER_OPTIONS = {
  filename: "",
  maxDepth: 100
};
function addDocumentEvent(state, explicitStart, explicitEnd) {
  state.events.push({
    type: EVENT_ID.DOCUMENT,
    explicitStart,
    explicitEnd,
    directives: state.directives
  });
}
function addSequenceEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
  state.events.push({
    type: EVENT_ID.SEQUENCE,
    start,
    anchorStart,
    anchorEnd,
    tagStart,
    tagEnd,
    style
  });
}
function addMappingEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
  state.events.push({
    type: EVENT_ID.MAPPING,
    start,
    anchorStart,
    anchorEnd,
    tagStart,
    tagEnd,
    style
  });
}
function insertFlowPairMappingEvent(state, snapshot) {
  state.events.splice(snapshot.eventsLength, 0, {
    type: EVENT_ID.MAPPING,
    start: snapshot.position,
    anchorStart: NO_RANGE$1,
    anchorEnd: NO_RANGE$1,
    tagStart: NO_RANGE$1,
    tagEnd: NO_RANGE$1,
    style: COLLECTION_STYLE.FLOW
  });
}
function addScalarEvent(state, valueStart, valueEnd, anchorStart, anchorEnd, tagStart, tagEnd, style, chomping = CHOMPING_MODE.CLIP, indent = -1, fast = false) {
  state.events.push({
    type: EVENT_ID.SCALAR,
    valueStart,
    valueEnd,
    anchorStart,
    anchorEnd,
    tagStart,
    tagEnd,
    style,
    chomping,
    indent,
    fast
  });
}
function addAliasEvent(state, anchorStart, anchorEnd) {
  state.events.push({
    type: EVENT_ID.ALIAS,
    anchorStart,
    anchorEnd
  });
}
function addPopEvent(state) {
  state.events.push({ type: EVENT_ID.POP });
}
function addEmptyScalarEvent(state) {
  addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, SCALAR_STYLE.PLAIN);
}
function emptyProperties() {
  return {
    anchorStart: NO_RANGE$1,
    anchorEnd: NO_RANGE$1,
    tagStart: NO_RANGE$1,
    tagEnd: NO_RANGE$1
  };
}
function snapshotState(state) {
  return {
    position: state.position,
    line: state.line,
    lineStart: state.lineStart,
    lineIndent: state.lineIndent,
    firstTabInLine: state.firstTabInLine,
    eventsLength: state.events.length
  };
}
function restoreState(state, snapshot) {
  state.position = snapshot.position;
  state.line = snapshot.line;
  state.lineStart = snapshot.lineStart;
  state.lineIndent = snapshot.lineIndent;
  state.firstTabInLine = snapshot.firstTabInLine;
  state.events.length = snapshot.eventsLength;
}
function throwError(state, message) {
  YAMLException.throwAt(state.input.slice(0, state.length), state.position, message, state.filename);
}
function isEol(c) {
  return c === 10 || c === 13;
}
function isWhiteSpace(c) {
  return c === 9 || c === 32;
}
function isWsOrEol(c) {
  return isWhiteSpace(c) || isEol(c);
}
function isWsOrEolOrEnd(c) {
  return c === 0 || isWsOrEol(c);
}
function isFlowIndicator(c) {
  return c === 44 || c === 91 || c === 93 || c === 123 || c === 125;
}
function fromDecimalCode(c) {
  return c >= 48 && c <= 57 ? c - 48 : -1;
}
function fromHexCode(c) {
  if (c >= 48 && c <= 57) return c - 48;
  const lc = c | 32;
  if (lc >= 97 && lc <= 102) return lc - 97 + 10;
  return -1;
}
function escapedHexLen(c) {
  if (c === 120) return 2;
  if (c === 117) return 4;
  if (c === 85) return 8;
  return 0;
}
function isSimpleEscape(c) {
  return c === 48 || c === 97 || c === 98 || c === 116 || c === 9 || c === 110 || c === 118 || c === 102 || c === 114 || c === 101 || c === 32 || c === 34 || c === 47 || c === 92 || c === 78 || c === 95 || c === 76 || c === 80;
}
function consumeLineBreak(state) {
  if (state.input.charCodeAt(state.position) === 10) state.position++;
  else {
    state.position++;
    if (state.input.charCodeAt(state.position) === 10) state.position++;
  }
  state.line++;
  state.lineStart = state.position;
  state.lineIndent = 0;
  state.firstTabInLine = -1;
}
function skipSeparationSpace(state, allowComments) {
  let lineBreaks = 0;
  let ch = state.input.charCodeAt(state.position);
  let hasSeparation = state.position === state.lineStart || isWsOrEol(state.input.charCodeAt(state.position - 1));
  while (ch !== 0) {
    while (isWhiteSpace(ch)) {
      hasSeparation = true;
      if (ch === 9 && state.firstTabInLine === -1) state.firstTabInLine = state.position;
      ch = state.input.charCodeAt(++state.position);
    }
    if (allowComments && hasSeparation && ch === 35) do
      ch = state.input.charCodeAt(++state.position);
    while (!isEol(ch) && ch !== 0);
    if (!isEol(ch)) break;
    consumeLineBreak(state);
    lineBreaks++;
    hasSeparation = true;
    ch = state.input.charCodeAt(state.position);
    while (ch === 32) {
      state.lineIndent++;
      ch = state.input.charCodeAt(++state.position);
    }
  }
  return lineBreaks;
}
function testDocumentSeparator(state, position = state.position) {
  const ch = state.input.charCodeAt(position);
  if ((ch === 45 || ch === 46) && ch === state.input.charCodeAt(position + 1) && ch === state.input.charCodeAt(position + 2)) {
    const following = state.input.charCodeAt(position + 3);
    return following === 0 || isWsOrEol(following);
  }
  return false;
}
function skipByteOrderMark(state) {
  if (state.position === state.lineStart && state.input.charCodeAt(state.position) === 65279) {
    state.position++;
    state.lineStart = state.position;
  }
}
function testDocumentBoundary(state) {
  if (state.position !== state.lineStart) return false;
  if (testDocumentSeparator(state)) return true;
  if (state.input.charCodeAt(state.position) !== 65279) return false;
  const snapshot = snapshotState(state);
  skipByteOrderMark(state);
  skipSeparationSpace(state, true);
  const ch = state.input.charCodeAt(state.position);
  const result = state.position === state.lineStart && (ch === 37 || ch === 45 && testDocumentSeparator(state));
  restoreState(state, snapshot);
  return result;
}
function skipUntilLineEnd(state) {
  let ch = state.input.charCodeAt(state.position);
  while (ch !== 0 && !isEol(ch)) ch = state.input.charCodeAt(++state.position);
}
function checkPrintable(state, start, end) {
  const match = PATTERN_NON_PRINTABLE.exec(state.input.slice(start, end));
  if (match !== null) {
    state.position = start + match.index + match[0].length - 1;
    throwError(state, "the stream contains non-printable characters");
  }
}
function readTagProperty(state, props, inFlow) {
  if (state.input.charCodeAt(state.position) !== 33) return false;
  if (props.tagStart !== NO_RANGE$1) throwError(state, "duplication of a tag property");
  const start = state.position;
  let isVerbatim = false;
  let isNamed = false;
  let tagHandle = "!";
  let ch = state.input.charCodeAt(++state.position);
  if (ch === 60) {
    isVerbatim = true;
    ch = state.input.charCodeAt(++state.position);
  } else if (ch === 33) {
    isNamed = true;
    tagHandle = "!!";
    ch = state.input.charCodeAt(++state.position);
  }
  let suffixStart = state.position;
  let tagName;
  if (isVerbatim) {
    while (ch !== 0 && ch !== 62) ch = state.input.charCodeAt(++state.position);
    if (ch !== 62) throwError(state, "unexpected end of the stream within a verbatim tag");
    tagName = state.input.slice(suffixStart, state.position);
    state.position++;
  } else {
    while (ch !== 0 && !isWsOrEol(ch) && !(inFlow && isFlowIndicator(ch))) {
      if (ch === 33) {
        if (!isNamed) {
          tagHandle = state.input.slice(suffixStart - 1, state.position + 1);
          if (!PATTERN_TAG_HANDLE.test(tagHandle)) throwError(state, "named tag handle cannot contain such characters");
          isNamed = true;
          suffixStart = state.position + 1;
        } else throwError(state, "tag suffix cannot contain exclamation marks");
      }
      ch = state.input.charCodeAt(++state.position);
    }
    tagName = state.input.slice(suffixStart, state.position);
    if (PATTERN_FLOW_INDICATORS.test(tagName)) throwError(state, "tag suffix cannot contain flow indicator characters");
  }
  if (tagName && !(isVerbatim ? PATTERN_TAG_URI.test(tagName) : PATTERN_TAG_SUFFIX.test(tagName))) throwError(state, `tag name cannot contain such characters: ${tagName}`);
  if (!isVerbatim && tagHandle !== "!" && tagHandle !== "!!" && !HAS_OWN.call(state.tagHandlers, tagHandle)) throwError(state, `undeclared tag handle "${tagHandle}"`);
  props.tagStart = start;
  props.tagEnd = state.position;
  return true;
}
function readAnchorProperty(state, props) {
  if (state.input.charCodeAt(state.position) !== 38) return false;
  if (props.anchorStart !== NO_RANGE$1) throwError(state, "duplication of an anchor property");
  state.position++;
  const start = state.position;
  while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
  if (state.position === start) throwError(state, "name of an anchor node must contain at least one character");
  props.anchorStart = start;
  props.anchorEnd = state.position;
  return true;
}
function readAlias(state, props) {
  if (state.input.charCodeAt(state.position) !== 42) return false;
  if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) throwError(state, "alias node should not have any properties");
  state.position++;
  const start = state.position;
  while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
  if (state.position === start) throwError(state, "name of an alias node must contain at least one character");
  addAliasEvent(state, start, state.position);
  return true;
}
function readFlowScalarBreak(state, nodeIndent) {
  skipSeparationSpace(state, false);
  if (state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
}
function readSingleQuotedScalar(state, nodeIndent, props) {
  if (state.input.charCodeAt(state.position) !== 39) return false;
  state.position++;
  const start = state.position;
  let simple = true;
  while (state.input.charCodeAt(state.position) !== 0) {
    const ch = state.input.charCodeAt(state.position);
    if (ch === 39) {
      if (state.input.charCodeAt(state.position + 1) === 39) {
        simple = false;
        state.position += 2;
        continue;
      }
      const end = state.position;
      state.position++;
      addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.SINGLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple);
      return true;
    }
    if (isEol(ch)) {
      simple = false;
      readFlowScalarBreak(state, nodeIndent);
    } else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a single quoted scalar");
    else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
    else state.position++;
  }
  throwError(state, "unexpected end of the stream within a single quoted scalar");
}
function readDoubleQuotedScalar(state, nodeIndent, props) {
  if (state.input.charCodeAt(state.position) !== 34) return false;
  state.position++;
  const start = state.position;
  let simple = true;
  while (state.input.charCodeAt(state.position) !== 0) {
    const ch = state.input.charCodeAt(state.position);
    if (ch === 34) {
      const end = state.position;
      state.position++;
      addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.DOUBLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple);
      return true;
    }
    if (ch === 92) {
      simple = false;
      const escaped = state.input.charCodeAt(++state.position);
      if (isEol(escaped)) readFlowScalarBreak(state, nodeIndent);
      else if (isSimpleEscape(escaped)) state.position++;
      else {
        let hexLength = escapedHexLen(escaped);
        if (hexLength === 0) throwError(state, "unknown escape sequence");
        while (hexLength-- > 0) {
          state.position++;
          if (fromHexCode(state.input.charCodeAt(state.position)) < 0) throwError(state, "expected hexadecimal character");
        }
        state.position++;
      }
    } else if (isEol(ch)) {
      simple = false;
      readFlowScalarBreak(state, nodeIndent);
    } else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a double quoted scalar");
    else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
    else state.position++;
  }
  throwError(state, "unexpected end of the stream within a double quoted scalar");
}
function readBlockScalar(state, parentIndent, props) {
  const ch = state.input.charCodeAt(state.position);
  let chomping = CHOMPING_MODE.CLIP;
  let indent = -1;
  let detectedIndent = false;
  if (ch !== 124 && ch !== 62) return false;
  const style = ch === 124 ? SCALAR_STYLE.LITERAL_BLOCK : SCALAR_STYLE.FOLDED_BLOCK;
  state.position++;
  while (state.input.charCodeAt(state.position) !== 0) {
    const current = state.input.charCodeAt(state.position);
    const digit = fromDecimalCode(current);
    if (current === 43 || current === 45) {
      if (chomping !== CHOMPING_MODE.CLIP) throwError(state, "repeat of a chomping mode identifier");
      chomping = current === 43 ? CHOMPING_MODE.KEEP : CHOMPING_MODE.STRIP;
      state.position++;
    } else if (digit >= 0) {
      if (digit === 0) throwError(state, "bad explicit indentation width of a block scalar; it cannot be less than one");
      if (detectedIndent) throwError(state, "repeat of an indentation width identifier");
      indent = parentIndent + digit - 1;
      detectedIndent = true;
      state.position++;
    } else break;
  }
  let hadWhitespace = false;
  while (isWhiteSpace(state.input.charCodeAt(state.position))) {
    hadWhitespace = true;
    state.position++;
  }
  if (hadWhitespace && state.input.charCodeAt(state.position) === 35) skipUntilLineEnd(state);
  if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
  else if (state.input.charCodeAt(state.position) !== 0) throwError(state, "a line break is expected");
  let contentIndent = detectedIndent ? indent : -1;
  let maxLeadingIndent = 0;
  const valueStart = state.position;
  let valueEnd = state.position;
  while (state.input.charCodeAt(state.position) !== 0) {
    const linePosition = state.position;
    let column = 0;
    while (state.input.charCodeAt(linePosition + column) === 32) column++;
    const first = state.input.charCodeAt(linePosition + column);
    if (first === 0) {
      if (contentIndent >= 0) {
        if (column > contentIndent) valueEnd = linePosition + column;
      } else if (column > 0) valueEnd = linePosition + column;
      break;
    }
    if (testDocumentBoundary(state)) break;
    if (!detectedIndent && contentIndent === -1 && isEol(first)) maxLeadingIndent = Math.max(maxLeadingIndent, column);
    if (!detectedIndent && contentIndent === -1 && !isEol(first)) {
      if (first === 9 && column < parentIndent) {
        state.position = linePosition + column;
        throwError(state, "tab characters must not be used in indentation");
      }
      if (column >= parentIndent && column < maxLeadingIndent) {
        state.position = linePosition + column;
        throwError(state, "bad indentation of a mapping entry");
      }
    }
    if (contentIndent === -1 && first !== 0 && !isEol(first) && column < parentIndent) {
      state.lineIndent = column;
      state.position = linePosition + column;
      break;
    }
    if (!detectedIndent && first !== 0 && !isEol(first) && contentIndent === -1) contentIndent = column;
    const requiredIndent = contentIndent === -1 ? parentIndent + 1 : contentIndent;
    if (first !== 0 && !isEol(first) && column < requiredIndent) {
      state.lineIndent = column;
      state.position = linePosition + column;
      break;
    }
    skipUntilLineEnd(state);
    valueEnd = state.position;
    if (isEol(state.input.charCodeAt(state.position))) {
      consumeLineBreak(state);
      valueEnd = state.position;
    }
  }
  checkPrintable(state, valueStart, valueEnd);
  addScalarEvent(state, valueStart, valueEnd, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, style, chomping, contentIndent);
  return true;
}
function canStartPlainScalar(state, nodeContext) {
  const ch = state.input.charCodeAt(state.position);
  const inFlow = nodeContext === CONTEXT_FLOW_IN;
  if (ch === 0 || isWsOrEol(ch) || ch === 35 || ch === 38 || ch === 42 || ch === 33 || ch === 124 || ch === 62 || ch === 39 || ch === 34 || ch === 37 || ch === 64 || ch === 96 || isFlowIndicator(ch)) return false;
  if (ch === 63 || ch === 45) {
    const following = state.input.charCodeAt(state.position + 1);
    if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) return false;
  }
  return true;
}
function readPlainScalar(state, nodeIndent, nodeContext, props) {
  if (!canStartPlainScalar(state, nodeContext)) return false;
  const start = state.position;
  let end = state.position;
  let ch = state.input.charCodeAt(state.position);
  const inFlow = nodeContext === CONTEXT_FLOW_IN;
  let multiline = false;
  while (ch !== 0) {
    if (testDocumentBoundary(state)) break;
    if (ch === 58) {
      const following = state.input.charCodeAt(state.position + 1);
      if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) break;
    } else if (ch === 35) {
      if (isWsOrEol(state.input.charCodeAt(state.position - 1))) break;
    } else if (inFlow && isFlowIndicator(ch)) break;
    else if (isEol(ch)) {
      const savedPosition = state.position;
      const savedLine = state.line;
      const savedLineStart = state.lineStart;
      const savedLineIndent = state.lineIndent;
      skipSeparationSpace(state, false);
      if (state.lineIndent >= nodeIndent) {
        multiline = true;
        ch = state.input.charCodeAt(state.position);
        continue;
      }
      state.position = savedPosition;
      state.line = savedLine;
      state.lineStart = savedLineStart;
      state.lineIndent = savedLineIndent;
      break;
    }
    if (!isWhiteSpace(ch)) end = state.position + 1;
    ch = state.input.charCodeAt(++state.position);
  }
  if (end === start) return false;
  checkPrintable(state, start, end);
  addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN, CHOMPING_MODE.CLIP, -1, !multiline);
  return true;
}
function skipFlowSeparationSpace(state, nodeIndent) {
  const startLine = state.line;
  skipSeparationSpace(state, true);
  if (state.line > startLine && state.lineIndent < nodeIndent || state.firstTabInLine !== -1 && state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
}
function readFlowCollection(state, nodeIndent, props) {
  const ch = state.input.charCodeAt(state.position);
  const isMapping = ch === 123;
  const start = state.position;
  let readNext = true;
  if (ch !== 91 && ch !== 123) return false;
  const terminator = isMapping ? 125 : 93;
  if (isMapping) addMappingEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
  else addSequenceEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
  state.position++;
  while (state.input.charCodeAt(state.position) !== 0) {
    skipFlowSeparationSpace(state, nodeIndent);
    let ch2 = state.input.charCodeAt(state.position);
    if (ch2 === terminator) {
      state.position++;
      addPopEvent(state);
      return true;
    } else if (!readNext) throwError(state, "missed comma between flow collection entries");
    else if (ch2 === 44) throwError(state, "expected the node content, but found ','");
    let isPair = false;
    let isExplicitPair = false;
    if (ch2 === 63 && isWsOrEol(state.input.charCodeAt(state.position + 1))) {
      isPair = isExplicitPair = true;
      state.position += 1;
      skipFlowSeparationSpace(state, nodeIndent);
    }
    const entryLine = state.line;
    const entryStart = snapshotState(state);
    const keyWasRead = parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true);
    skipFlowSeparationSpace(state, nodeIndent);
    ch2 = state.input.charCodeAt(state.position);
    if ((isMapping || isExplicitPair || state.line === entryLine) && ch2 === 58) {
      isPair = true;
      state.position++;
      skipFlowSeparationSpace(state, nodeIndent);
      if (!isMapping) {
        insertFlowPairMappingEvent(state, entryStart);
        if (!keyWasRead) addEmptyScalarEvent(state);
      } else if (!keyWasRead) addEmptyScalarEvent(state);
      if (!parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true)) addEmptyScalarEvent(state);
      skipFlowSeparationSpace(state, nodeIndent);
      if (!isMapping) addPopEvent(state);
    } else if (isMapping && isPair) {
      if (!keyWasRead) addEmptyScalarEvent(state);
      addEmptyScalarEvent(state);
    } else if (isMapping) addEmptyScalarEvent(state);
    else if (isPair) {
      insertFlowPairMappingEvent(state, entryStart);
      if (!keyWasRead) addEmptyScalarEvent(state);
      addEmptyScalarEvent(state);
      addPopEvent(state);
    }
    ch2 = state.input.charCodeAt(state.position);
    if (ch2 === 44) {
      readNext = true;
      state.position++;
    } else readNext = false;
  }
  throwError(state, "unexpected end of the stream within a flow collection");
}
function readBlockSequence(state, nodeIndent, props) {
  if (state.firstTabInLine !== -1 || state.input.charCodeAt(state.position) !== 45 || !isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) return false;
  addSequenceEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
  while (state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) {
    if (state.firstTabInLine !== -1) {
      state.position = state.firstTabInLine;
      throwError(state, "tab characters must not be used in indentation");
    }
    const entryLine = state.line;
    state.position++;
    const hadBreak = skipSeparationSpace(state, true) > 0;
    if (state.firstTabInLine !== -1 && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
    if (hadBreak && state.lineIndent <= nodeIndent) addEmptyScalarEvent(state);
    else parseNode(state, nodeIndent, CONTEXT_BLOCK_IN, false, true);
    skipSeparationSpace(state, true);
    if (state.lineIndent < nodeIndent || state.position >= state.length) break;
    if (state.lineIndent > nodeIndent) throwError(state, "bad indentation of a sequence entry");
    if (state.line === entryLine && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
  }
  addPopEvent(state);
  return true;
}
function readBlockMapping(state, nodeIndent, flowIndent, props) {
  let atExplicitKey = false;
  let detected = false;
  let mappingOpened = false;
  let pendingExplicitKey = false;
  if (state.firstTabInLine !== -1) return false;
  let ch = state.input.charCodeAt(state.position);
  while (ch !== 0) {
    if (!atExplicitKey && state.firstTabInLine !== -1) {
      state.position = state.firstTabInLine;
      throwError(state, "tab characters must not be used in indentation");
    }
    const following = state.input.charCodeAt(state.position + 1);
    const entryLine = state.line;
    if ((ch === 63 || ch === 58) && isWsOrEolOrEnd(following)) {
      if (!mappingOpened) {
        addMappingEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
        mappingOpened = true;
      }
      if (ch === 63) {
        if (atExplicitKey) addEmptyScalarEvent(state);
        detected = true;
        atExplicitKey = true;
      } else if (atExplicitKey) atExplicitKey = false;
      else {
        addEmptyScalarEvent(state);
        detected = true;
        atExplicitKey = false;
      }
      state.position += 1;
      pendingExplicitKey = true;
    } else {
      if (atExplicitKey) {
        addEmptyScalarEvent(state);
        atExplicitKey = false;
      }
      const beforeKey = snapshotState(state);
      if (!parseNode(state, flowIndent, CONTEXT_FLOW_OUT, false, true)) break;
      if (state.line === entryLine) {
        ch = state.input.charCodeAt(state.position);
        while (isWhiteSpace(ch)) ch = state.input.charCodeAt(++state.position);
        if (ch === 58) {
          ch = state.input.charCodeAt(++state.position);
          if (!isWsOrEolOrEnd(ch)) throwError(state, "a whitespace character is expected after the key-value separator within a block mapping");
          if (!mappingOpened) {
            state.events.splice(beforeKey.eventsLength, 0, {
              type: EVENT_ID.MAPPING,
              start: beforeKey.position,
              anchorStart: props.anchorStart,
              anchorEnd: props.anchorEnd,
              tagStart: props.tagStart,
              tagEnd: props.tagEnd,
              style: COLLECTION_STYLE.BLOCK
            });
            mappingOpened = true;
          }
          detected = true;
          atExplicitKey = false;
          pendingExplicitKey = false;
        } else if (detected) throwError(state, "expected ':' after a mapping key");
        else {
          if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
            restoreState(state, beforeKey);
            return false;
          }
          return true;
        }
      } else if (detected) throwError(state, "can not read a block mapping entry; a multiline key may not be an implicit key");
      else {
        if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
          restoreState(state, beforeKey);
          return false;
        }
        return true;
      }
    }
    if (parseNode(state, nodeIndent, CONTEXT_BLOCK_OUT, true, pendingExplicitKey)) pendingExplicitKey = false;
    if (!atExplicitKey) {
      if (pendingExplicitKey) {
        addEmptyScalarEvent(state);
        pendingExplicitKey = false;
      }
    }
    skipSeparationSpace(state, true);
    ch = state.input.charCodeAt(state.position);
    if ((state.line === entryLine || state.lineIndent > nodeIndent) && ch !== 0) throwError(state, "bad indentation of a mapping entry");
    else if (state.lineIndent < nodeIndent) break;
  }
  if (!detected) return false;
  if (atExplicitKey) addEmptyScalarEvent(state);
  if (mappingOpened) addPopEvent(state);
  return true;
}
function parseNode(state, parentIndent, nodeContext, allowToSeek, allowCompact, allowPropertyMapping = true) {
  if (state.depth >= state.maxDepth) throwError(state, `nesting exceeded maxDepth (${state.maxDepth})`);
  state.depth++;
  let indentStatus = 1;
  let atNewLine = false;
  let hasContent = false;
  let propertyStart = null;
  const props = emptyProperties();
  let allowBlockScalars = nodeContext === CONTEXT_BLOCK_OUT || nodeContext === CONTEXT_BLOCK_IN;
  let allowBlockCollections = allowBlockScalars;
  const allowBlockStyles = allowBlockScalars;
  if (allowToSeek && skipSeparationSpace(state, true)) {
    atNewLine = true;
    if (state.lineIndent > parentIndent) indentStatus = 1;
    else if (state.lineIndent === parentIndent) indentStatus = 0;
    else indentStatus = -1;
  }
  if (indentStatus === 1) while (true) {
    const ch = state.input.charCodeAt(state.position);
    const propertyState = snapshotState(state);
    if (atNewLine && indentStatus !== 1 && (ch === 33 || ch === 38)) break;
    if (atNewLine && allowBlockStyles && (props.tagStart !== NO_RANGE$1 || props.anchorStart !== NO_RANGE$1) && (ch === 33 || ch === 38)) {
      const fallbackState = snapshotState(state);
      const flowIndent = parentIndent + 1;
      if (readBlockMapping(state, state.position - state.lineStart, flowIndent, props) && state.events[fallbackState.eventsLength]?.type === EVENT_ID.MAPPING) {
        state.depth--;
        return true;
      }
      restoreState(state, fallbackState);
    }
    if (atNewLine && (ch === 33 && props.tagStart !== NO_RANGE$1 || ch === 38 && props.anchorStart !== NO_RANGE$1)) break;
    if (!readTagProperty(state, props, nodeContext === CONTEXT_FLOW_IN) && !readAnchorProperty(state, props)) break;
    if (propertyStart === null) propertyStart = propertyState;
    if (skipSeparationSpace(state, true)) {
      atNewLine = true;
      allowBlockCollections = allowBlockStyles;
      if (state.lineIndent > parentIndent) indentStatus = 1;
      else if (state.lineIndent === parentIndent) indentStatus = 0;
      else indentStatus = -1;
    } else allowBlockCollections = false;
  }
  if (allowBlockCollections) allowBlockCollections = atNewLine || allowCompact;
  if (indentStatus === 1 || nodeContext === CONTEXT_BLOCK_OUT) {
    const flowIndent = nodeContext === CONTEXT_FLOW_IN || nodeContext === CONTEXT_FLOW_OUT ? parentIndent : parentIndent + 1;
    const blockIndent = state.position - state.lineStart;
    if (indentStatus === 1) {
      if (allowBlockCollections && (readBlockSequence(state, blockIndent, props) || readBlockMapping(state, blockIndent, flowIndent, props)) || readFlowCollection(state, flowIndent, props)) hasContent = true;
      else {
        const ch = state.input.charCodeAt(state.position);
        if (propertyStart !== null && allowPropertyMapping && allowBlockStyles && !allowBlockCollections && ch !== 124 && ch !== 62) {
          const fallbackState = snapshotState(state);
          const propertyIndent = propertyStart.position - propertyStart.lineStart;
          restoreState(state, propertyStart);
          if (readBlockMapping(state, propertyIndent, flowIndent, emptyProperties()) && state.events[fallbackState.eventsLength]?.type === EVENT_ID.MAPPING) hasContent = true;
          else restoreState(state, fallbackState);
        }
        if (!hasContent && (allowBlockScalars && readBlockScalar(state, flowIndent, props) || readSingleQuotedScalar(state, flowIndent, props) || readDoubleQuotedScalar(state, flowIndent, props) || readAlias(state, props) || readPlainScalar(state, flowIndent, nodeContext, props))) hasContent = true;
      }
    } else if (indentStatus === 0) hasContent = allowBlockCollections && readBlockSequence(state, blockIndent, props);
  }
  allowBlockScalars = allowBlockScalars && !hasContent;
  if (!hasContent && (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1 || allowBlockScalars)) {
    addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN);
    hasContent = true;
  }
  state.depth--;
  return hasContent || props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1;
}
function readDirective(state) {
  if (state.lineIndent > 0 || state.input.charCodeAt(state.position) !== 37) return false;
  state.position++;
  const nameStart = state.position;
  while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
  const name = state.input.slice(nameStart, state.position);
  const args = [];
  if (name.length === 0) throwError(state, "directive name must not be less than one character in length");
  while (state.input.charCodeAt(state.position) !== 0 && !isEol(state.input.charCodeAt(state.position))) {
    while (isWhiteSpace(state.input.charCodeAt(state.position))) state.position++;
    if (state.input.charCodeAt(state.position) === 35 || isEol(state.input.charCodeAt(state.position)) || state.input.charCodeAt(state.position) === 0) break;
    const start = state.position;
    while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
    args.push(state.input.slice(start, state.position));
  }
  if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
  if (name === "YAML") {
    if (state.directives.some((directive) => directive.kind === "yaml")) throwError(state, "duplication of %YAML directive");
    if (args.length !== 1) throwError(state, "YAML directive accepts exactly one argument");
    const match = /^([0-9]+)\.([0-9]+)$/.exec(args[0]);
    if (match === null) throwError(state, "ill-formed argument of the YAML directive");
    if (parseInt(match[1], 10) !== 1) throwError(state, "unacceptable YAML version of the document");
    state.directives.push({
      kind: "yaml",
      version: args[0]
    });
  } else if (name === "TAG") {
    if (args.length !== 2) throwError(state, "TAG directive accepts exactly two arguments");
    const [handle, prefix] = args;
    if (!PATTERN_TAG_HANDLE.test(handle)) throwError(state, "ill-formed tag handle (first argument) of the TAG directive");
    if (HAS_OWN.call(state.tagHandlers, handle)) throwError(state, `there is a previously declared suffix for "${handle}" tag handle`);
    if (!PATTERN_TAG_PREFIX.test(prefix)) throwError(state, "ill-formed tag prefix (second argument) of the TAG directive");
    state.tagHandlers[handle] = prefix;
    state.directives.push({
      kind: "tag",
      handle,
      prefix
    });
  }
  return true;
}
function readDocument(state) {
  state.directives = [];
  state.tagHandlers = /* @__PURE__ */ Object.create(null);
  let hasDirectives = false;
  skipSeparationSpace(state, true);
  while (readDirective(state)) {
    hasDirectives = true;
    skipSeparationSpace(state, true);
  }
  let explicitStart = false;
  let explicitEnd = false;
  let allowCompact = true;
  if (state.lineIndent === 0 && state.input.charCodeAt(state.position) === 45 && state.input.charCodeAt(state.position + 1) === 45 && state.input.charCodeAt(state.position + 2) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 3))) {
    explicitStart = true;
    const markerLine = state.line;
    state.position += 3;
    skipSeparationSpace(state, true);
    allowCompact = state.line > markerLine;
  } else if (hasDirectives) throwError(state, "directives end mark is expected");
  const documentEventIndex = state.events.length;
  if (!explicitStart && state.position === state.lineStart && state.input.charCodeAt(state.position) === 46 && testDocumentSeparator(state)) {
    state.position += 3;
    skipSeparationSpace(state, true);
    return;
  }
  addDocumentEvent(state, explicitStart, false);
  if (!parseNode(state, state.lineIndent - 1, CONTEXT_BLOCK_OUT, false, allowCompact, allowCompact)) addEmptyScalarEvent(state);
  skipSeparationSpace(state, true);
  if (state.position === state.lineStart && testDocumentSeparator(state)) {
    explicitEnd = state.input.charCodeAt(state.position) === 46;
    if (explicitEnd) {
      const markerLine = state.line;
      state.position += 3;
      skipSeparationSpace(state, true);
      if (state.line === markerLine && state.position < state.length) throwError(state, "end of the stream or a document separator is expected");
    }
  }
  const documentEvent = state.events[documentEventIndex];
  if (documentEvent?.type === EVENT_ID.DOCUMENT) documentEvent.explicitEnd = explicitEnd;
  addPopEvent(state);
  if (!explicitEnd && state.position < state.length && !testDocumentBoundary(state)) throwError(state, "end of the stream or a document separator is expected");
}
function parseEvents(input2, options) {
  const length = input2.length;
  const state = {
    ...DEFAULT_PARSER_OPTIONS,
    ...options,
    input: `${input2}\0`,
    length,
    position: 0,
    line: 0,
    lineStart: 0,
    lineIndent: 0,
    firstTabInLine: -1,
    depth: 0,
    directives: [],
    tagHandlers: /* @__PURE__ */ Object.create(null),
    events: []
  };
  const nullpos = input2.indexOf("\0");
  if (nullpos !== -1) YAMLException.throwAt(input2, nullpos, "null byte is not allowed in input", state.filename);
  while (state.position < state.length) {
    skipByteOrderMark(state);
    skipSeparationSpace(state, true);
    if (state.position >= state.length) break;
    const documentStart = state.position;
    readDocument(state);
    if (state.position === documentStart)
      throwError(state, "can not read a document");
  }
  return state.events;
}
var DEFAULT_LOAD_OPTIONS = {
  ...DEFAULT_PARSER_OPTIONS,
  ...DEFAULT_CONSTRUCTOR_OPTIONS
};
function loadDocuments(input2, options = {}) {
  const opts = {
    ...DEFAULT_LOAD_OPTIONS,
    ...options
  };
  const source = String(input2);
  const PARSER_OPT_KEYS = Object.keys(DEFAULT_PARSER_OPTIONS);
  const CONSTRUCTOR_OPT_KEYS = Object.keys(DEFAULT_CONSTRUCTOR_OPTIONS);
  return constructFromEvents(parseEvents(source, pick(opts, PARSER_OPT_KEYS)), {
    ...pick(opts, CONSTRUCTOR_OPT_KEYS),
    source
  });
}
function load(input2, options) {
  const documents = loadDocuments(input2, options);
  if (documents.length === 0) throw new YAMLException("expected a document, but the input is empty");
  if (documents.length === 1) return documents[0];
  throw new YAMLException("expected a single document in the stream, but found more");
}
function hasBit(mask2, bit) {
  return (mask2 & 1 << bit) !== 0;
}
var DEFAULT_SCALAR_STYLE_RULES = {
  applyQuoteFlowKeysOption,
  doubleQuoteForInvisibles,
  doubleQuoteWhitespaceOnly,
  applyForceQuotesOption,
  tryLongOrMultilineAsBlock,
  quoteInvalidPlain,
  fallbackToDoubleQuoted
};
function _preferredQuotedStyle(layout) {
  if (layout.presenterOptions.quoteStyle === "single" && hasBit(layout.allowedStylesMask, SCALAR_STYLE.SINGLE_QUOTED)) return SCALAR_STYLE.SINGLE_QUOTED;
  return SCALAR_STYLE.DOUBLE_QUOTED;
}
function applyQuoteFlowKeysOption(layout) {
  if (!layout.presenterOptions.quoteFlowKeys) return;
  if (!layout.isKey || !layout.flowOnly || layout.style !== SCALAR_STYLE.PLAIN) return;
  layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function doubleQuoteForInvisibles(layout) {
  if (layout.style === SCALAR_STYLE.PLAIN && /[\t\x7F-\xA0\u2028\u2029\uFEFF\uFFFE\uFFFF]/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function doubleQuoteWhitespaceOnly(layout) {
  if (layout.style === SCALAR_STYLE.PLAIN && /^\s+$/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function applyForceQuotesOption(layout) {
  if (!layout.presenterOptions.forceQuotes) return;
  if (layout.isKey || layout.style !== SCALAR_STYLE.PLAIN) return;
  if (layout.node.tag !== layout.presenterOptions.schema.defaultScalarTag.tagName) return;
  layout.style = layout.node.value.includes("\n") ? SCALAR_STYLE.DOUBLE_QUOTED : _preferredQuotedStyle(layout);
}
function tryLongOrMultilineAsBlock(layout) {
  if (layout.style !== SCALAR_STYLE.PLAIN || layout.isKey) return;
  const value = layout.node.value;
  const multiline = value.indexOf("\n") !== -1;
  if (!hasBit(layout.allowedStylesMask, SCALAR_STYLE.LITERAL_BLOCK)) {
    if (multiline) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
    return;
  }
  const w = layout.presenterOptions.lineWidth;
  if (w === -1) {
    if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
    return;
  }
  const availableWidth = Math.max(Math.min(w, 40), w - layout.shiftOfContent);
  let position = 0;
  let shouldFold = false;
  while (position <= value.length) {
    let lineEnd = value.length;
    const nextLineBreak = value.indexOf("\n", position);
    if (nextLineBreak !== -1) lineEnd = nextLineBreak;
    const line = value.slice(position, lineEnd);
    if (line.length > availableWidth && line[0] !== " " && / [^ \t]/.test(line)) shouldFold = true;
    if (nextLineBreak === -1) break;
    position = nextLineBreak + 1;
  }
  if (shouldFold) layout.style = SCALAR_STYLE.FOLDED_BLOCK;
  else if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
}
function quoteInvalidPlain(layout) {
  if (layout.style === SCALAR_STYLE.PLAIN && !hasBit(layout.allowedStylesMask, SCALAR_STYLE.PLAIN)) layout.style = _preferredQuotedStyle(layout);
}
function fallbackToDoubleQuoted(layout) {
  if (!hasBit(layout.allowedStylesMask, layout.style)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
var SRC_C_PRINTABLE = "[\\x09\\x0A\\x0D\\x20-\\x7E\\x85\\xA0-\\uD7FF\\uE000-\\uFFFD\\u{10000}-\\u{10FFFF}]";
var SRC_B_CHAR = "[\\n\\r]";
var SRC_C_BYTE_ORDER_MARK = "\\uFEFF";
var SRC_S_WHITE = "[ \\t]";
var SRC_NB_CHAR = `(?:(?!(?:${SRC_B_CHAR}|${SRC_C_BYTE_ORDER_MARK}))${SRC_C_PRINTABLE})`;
var SRC_NS_CHAR = `(?:(?!${SRC_S_WHITE})${SRC_NB_CHAR})`;
var SRC_NB_JSON = "[\\x09\\x20-\\uD7FF\\uE000-\\uFFFF\\u{10000}-\\u{10FFFF}]";
var SRC_C_INDICATOR = "[-?:,\\[\\]{}#&*!|>'\"%@`]";
var SRC_C_FLOW_INDICATOR = "[,\\[\\]{}]";
var SRC_NS_PLAIN_SAFE_FLOW_OUT = SRC_NS_CHAR;
var SRC_NS_PLAIN_SAFE_FLOW_IN = `(?:(?!${SRC_C_FLOW_INDICATOR})${SRC_NS_CHAR})`;
var SRC_NS_PLAIN_FIRST_FLOW_OUT = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))`;
var SRC_NS_PLAIN_FIRST_FLOW_IN = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))`;
var SRC_NS_PLAIN_CHAR_FLOW_OUT = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_OUT})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))#*`;
var SRC_NS_PLAIN_CHAR_FLOW_IN = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_IN})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))#*`;
var SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_OUT})*`;
var SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_IN})*`;
var SRC_NS_PLAIN_ONE_LINE_FLOW_OUT = `${SRC_NS_PLAIN_FIRST_FLOW_OUT}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
var SRC_NS_PLAIN_ONE_LINE_FLOW_IN = `${SRC_NS_PLAIN_FIRST_FLOW_IN}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
var SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_OUT;
var SRC_NS_PLAIN_ONE_LINE_FLOW_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_IN;
var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_OUT}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_IN}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
var SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT = `${SRC_NS_PLAIN_ONE_LINE_FLOW_OUT}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT})*`;
var SRC_NS_PLAIN_MULTI_LINE_FLOW_IN = `${SRC_NS_PLAIN_ONE_LINE_FLOW_IN}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN})*`;
var NS_PLAIN_FLOW_OUT = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT})$`, "u");
var NS_PLAIN_FLOW_IN = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_IN})$`, "u");
var NS_PLAIN_BLOCK_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY})$`, "u");
var NS_PLAIN_FLOW_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_FLOW_KEY})$`, "u");
var NB_SINGLE_ONE_LINE = new RegExp(`^(?:${SRC_NB_JSON})*$`, "u");
var NB_SINGLE_MULTI_LINE = new RegExp(`^(?:${SRC_NB_JSON}|\\n)*$`, "u");
var BLOCK_SCALAR_CONTENT = new RegExp(`^(?:${SRC_NB_CHAR}|\\n)*$`, "u");
var DEFAULT_PRESENTER_OPTIONS = {
  indent: 2,
  seqNoIndent: false,
  seqInlineFirst: true,
  lineWidth: 80,
  flowBracketPadding: false,
  flowSkipCommaSpace: false,
  flowSkipColonSpace: false,
  quoteFlowKeys: false,
  quoteStyle: "single",
  forceQuotes: false,
  scalarStyleRules: Object.keys(DEFAULT_SCALAR_STYLE_RULES).map((name) => Reflect.get(DEFAULT_SCALAR_STYLE_RULES, name)),
  tagBeforeAnchor: false
};
var DEFAULT_DUMP_OPTIONS = {
  ...DEFAULT_PRESENTER_OPTIONS,
  schema: DUMP_SCHEMA,
  skipInvalid: false,
  noRefs: false,
  flowLevel: -1,
  sortKeys: false,
  transform: () => {
  }
};
var EVENT_DOCUMENT = EVENT_ID.DOCUMENT;
var EVENT_SEQUENCE = EVENT_ID.SEQUENCE;
var EVENT_MAPPING = EVENT_ID.MAPPING;
var EVENT_SCALAR = EVENT_ID.SCALAR;
var EVENT_ALIAS = EVENT_ID.ALIAS;
var EVENT_POP = EVENT_ID.POP;
var SCALAR_STYLE_PLAIN = SCALAR_STYLE.PLAIN;
var SCALAR_STYLE_SINGLE_QUOTED = SCALAR_STYLE.SINGLE_QUOTED;
var SCALAR_STYLE_DOUBLE_QUOTED = SCALAR_STYLE.DOUBLE_QUOTED;
var SCALAR_STYLE_LITERAL_BLOCK = SCALAR_STYLE.LITERAL_BLOCK;
var SCALAR_STYLE_FOLDED_BLOCK = SCALAR_STYLE.FOLDED_BLOCK;
var COLLECTION_STYLE_BLOCK = COLLECTION_STYLE.BLOCK;
var COLLECTION_STYLE_FLOW = COLLECTION_STYLE.FLOW;
var CHOMPING_CLIP = CHOMPING_MODE.CLIP;
var CHOMPING_STRIP = CHOMPING_MODE.STRIP;
var CHOMPING_KEEP = CHOMPING_MODE.KEEP;

// src/parsers/yaml.ts
var MOST_ALIASED_NODES = 1e5;
var MOST_ERRORS = 20;
var AliasError = class extends Error {
  offset;
  constructor(message, offset) {
    super(message);
    this.offset = offset;
  }
};
function parseYaml(text2) {
  try {
    return { documents: new Builder(text2, 0).documents(), errors: [] };
  } catch {
  }
  const result = { documents: [], errors: [] };
  for (const part of splitDocuments(text2)) {
    try {
      for (const document of new Builder(part.text, part.start).documents()) result.documents.push(document);
    } catch (error) {
      result.errors.push(describe(error, part));
      if (result.errors.length === MOST_ERRORS) break;
    }
  }
  return result;
}
function get(node, key2) {
  return node?.type === "mapping" ? node.entries.find((entry) => entry.key.value === key2)?.value : void 0;
}
function getScalar(node, key2) {
  const value = get(node, key2);
  return value?.type === "scalar" && !value.isNull ? value : void 0;
}
function* splitDocuments(text2) {
  let start = 0;
  let line = 1;
  for (const { index } of [...text2.matchAll(/^---(?=\s|$)/gm), { index: text2.length }]) {
    const part = text2.slice(start, index);
    const hasContent = /^[^\S\n]*[^\s#%]/m.test(part);
    if (!hasContent && index < text2.length) continue;
    if (part.trim() !== "") yield { text: part, start, line };
    start = index;
    line += countLines(part);
  }
}
function countLines(text2) {
  let lines = 0;
  for (let at = text2.indexOf("\n"); at !== -1; at = text2.indexOf("\n", at + 1)) lines++;
  return lines;
}
function describe(error, part) {
  if (error instanceof AliasError)
    return { message: error.message, line: part.line + countLines(part.text.slice(0, error.offset)) };
  if (error instanceof YAMLException) return { message: error.reason, line: part.line + (error.mark?.line ?? 0) };
  return { message: "not YAML", line: part.line };
}
var Builder = class {
  #text;
  #base;
  #events;
  #at = 0;
  /** Nodes by anchor, and how many nodes each stands for with its aliases expanded. */
  #anchors = /* @__PURE__ */ new Map();
  #aliased = 0;
  /** Nodes read since the start, with aliases expanded. */
  #size = 0;
  /** Where the last scalar ended; an empty value, which events give no place, stands there. */
  #end = 0;
  /** `base`: offset of `text` in the whole text. */
  constructor(text2, base) {
    this.#text = text2;
    this.#base = base;
    this.#events = parseEvents(text2, {});
  }
  documents() {
    const documents = [];
    while (this.#at < this.#events.length) {
      this.#at++;
      this.#anchors = /* @__PURE__ */ new Map();
      this.#aliased = 0;
      const node = this.#node();
      if (!node) continue;
      documents.push(node);
      this.#at++;
    }
    return documents;
  }
  /** The next node, or undefined at the end of a collection. */
  #node() {
    const event = this.#events[this.#at++];
    if (event === void 0 || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) return void 0;
    if (event.type === EVENT_ID.ALIAS) return this.#alias(event.anchorStart, event.anchorEnd);
    const before2 = this.#size++;
    const node = event.type === EVENT_ID.SCALAR ? this.#scalar(event) : this.#collection(event);
    if (event.anchorStart >= 0) {
      const name = this.#text.slice(event.anchorStart, event.anchorEnd);
      this.#anchors.set(name, { node, size: this.#size - before2 });
    }
    return node;
  }
  #alias(start, end) {
    const target = this.#anchors.get(this.#text.slice(start, end));
    if (!target) throw new AliasError("alias of an anchor that is not there", start);
    this.#aliased += target.size;
    this.#size += target.size;
    if (this.#aliased > MOST_ALIASED_NODES) throw new AliasError("aliases stand for too many nodes", start);
    return target.node;
  }
  #scalar(event) {
    const start = event.valueStart < 0 ? this.#end : event.valueStart;
    const end = Math.max(start, event.valueEnd);
    this.#end = end;
    const value = String(getScalarValue(this.#text, event) ?? "");
    const isNull = event.style === SCALAR_STYLE.PLAIN && /^(?:~|null|Null|NULL)?$/.test(value);
    return { type: "scalar", value, range: { start: this.#base + start, end: this.#base + end }, isNull };
  }
  #collection(event) {
    const start = this.#base + event.start;
    const children = [];
    let end = start;
    for (let child = this.#node(); child !== void 0; child = this.#node()) {
      children.push(child);
      end = Math.max(end, child.range.end);
    }
    const range = { start, end };
    if (event.type === EVENT_ID.SEQUENCE) return { type: "sequence", items: children, range };
    return { type: "mapping", entries: pair(children), range };
  }
};
function pair(children) {
  const entries2 = [];
  const merged = [];
  for (let i = 0; i + 1 < children.length; i += 2) {
    const key2 = children[i];
    const value = children[i + 1];
    if (key2.type !== "scalar") continue;
    if (key2.value !== "<<") entries2.push({ key: key2, value });
    else
      for (const source of value.type === "sequence" ? value.items : [value])
        if (source.type === "mapping") for (const entry of source.entries) merged.push(entry);
  }
  const seen = new Set(entries2.map((entry) => entry.key.value));
  for (const entry of merged) {
    if (seen.has(entry.key.value)) continue;
    seen.add(entry.key.value);
    entries2.push(entry);
  }
  return entries2;
}

// src/parsers/compose-mount.ts
function readMounts(volumes, tmpfs) {
  const mounts = volumes?.type === "sequence" ? volumes.items.flatMap(readMount) : [];
  const memory = tmpfs?.type === "sequence" ? tmpfs.items : tmpfs ? [tmpfs] : [];
  for (const item of memory) {
    if (item.type !== "scalar" || item.isNull) continue;
    mounts.push({ type: "tmpfs", target: item.value.split(":")[0], isReadOnly: false, range: item.range });
  }
  return mounts;
}
function readMount(item) {
  if (item.type === "scalar") return item.isNull ? [] : [{ ...readShort(item.value), range: item.range }];
  const target = getScalar(item, "target");
  if (!target) return [];
  const source = getScalar(item, "source");
  const readOnly = get(item, "read_only");
  return [
    {
      type: getScalar(item, "type")?.value ?? "volume",
      ...source ? { source: source.value } : {},
      target: target.value,
      isReadOnly: readOnly?.type === "scalar" && /^(?:true|yes|on)$/i.test(readOnly.value),
      range: (source ?? target).range
    }
  ];
}
function readShort(value) {
  const parts = value.split(/:(?![^{}]*\})(?![\\])/);
  if (parts.length === 1) return { type: "volume", target: value, isReadOnly: false };
  const [source, target, options] = parts;
  return {
    type: /^[./~\\$]|^[A-Za-z]:/.test(source) ? "bind" : "volume",
    source,
    target,
    isReadOnly: /(?:^|,)ro(?:,|$)/.test(options ?? "")
  };
}

// src/parsers/compose-port.ts
function readPorts(node) {
  if (node?.type !== "sequence") return [];
  return node.items.flatMap((item) => {
    if (item.type === "scalar") return { ...readShort2(item.value), range: item.range };
    const target = getScalar(item, "target");
    if (!target) return [];
    const hostIp = getScalar(item, "host_ip")?.value;
    const published = getScalar(item, "published")?.value;
    return {
      target: target.value,
      range: target.range,
      ...hostIp === void 0 ? {} : { hostIp },
      ...published === void 0 ? {} : { published }
    };
  });
}
function readShort2(value) {
  const parts = value.replace(/\/(?:tcp|udp|sctp)$/i, "").split(/:(?![^{}]*\})/);
  const target = parts.pop() ?? "";
  const published = parts.pop();
  const hostIp = parts.join(":").replace(/^\[(.*)\]$/, "$1");
  return { target, ...published ? { published } : {}, ...hostIp === "" ? {} : { hostIp } };
}

// src/parsers/compose-variable.ts
function readVariables(node, section, text2) {
  if (node?.type === "mapping") {
    return node.entries.map(({ key: key2, value }) => ({
      name: key2.value,
      nameRange: key2.range,
      section,
      ...value.type === "scalar" && !value.isNull ? { value: value.value, valueRange: value.range } : {}
    }));
  }
  if (node?.type !== "sequence") return [];
  return node.items.flatMap((item) => item.type === "scalar" ? readListed(item, section, text2) : []);
}
function readListed({ value, range }, section, text2) {
  const equals = value.indexOf("=");
  if (equals === -1) return { name: value, nameRange: range, section };
  const isPlain2 = text2.startsWith(value.slice(0, equals + 1), range.start);
  const valueStart = isPlain2 ? range.start + equals + 1 : range.start;
  return {
    name: value.slice(0, equals),
    value: value.slice(equals + 1),
    nameRange: isPlain2 ? { start: range.start, end: range.start + equals } : range,
    valueRange: { start: valueStart, end: range.end },
    section
  };
}

// src/parsers/compose-read.ts
var MOST_EXTENDS = 16;
var SWARM_KEYS = ["mode", "placement", "update_config", "rollback_config", "endpoint_mode"];
function readCompose(all, text2) {
  const nodes = new Map(all("services").map(({ key: key2, value }) => [key2.value, value]));
  const services = all("services").map(({ key: key2, value }) => readService(key2, withExtended(value, nodes), text2));
  const networks = all("networks").map(({ key: key2, value }) => readNetwork(key2, value));
  return {
    services,
    secrets: all("secrets").map(({ key: key2, value }) => readSecret(key2, value)),
    configs: all("configs").map(({ key: key2, value }) => readSecret(key2, value)),
    networks,
    volumes: all("volumes").map(({ key: key2, value }) => readVolume(key2, value)),
    isSwarm: services.some(({ deploy }) => deploy?.isSwarm) || networks.some(({ driver }) => driver?.value === "overlay"),
    isPartial: services.some(isOverlay)
  };
}
function isOverlay({ image, build, isExtending }) {
  return !image && !build && !isExtending;
}
function looksLikeCompose(services) {
  return entries(services).some(({ value }) => ["image", "build", "extends"].some((key2) => get(value, key2)));
}
function entries(node) {
  return node?.type === "mapping" ? node.entries : [];
}
function withExtended(node, nodes, depth = 0) {
  const extended = get(node, "extends");
  const name = extended?.type === "scalar" ? extended.value : getScalar(extended, "service")?.value;
  const base = name === void 0 || get(extended, "file") ? void 0 : nodes.get(name);
  if (node.type !== "mapping" || base?.type !== "mapping" || base === node || depth === MOST_EXTENDS) return node;
  const whole = withExtended(base, nodes, depth + 1);
  const own = node.entries.filter(({ key: key2 }) => key2.value !== "extends");
  return merge({ ...node, entries: own }, whole);
}
function merge(own, base) {
  if (own.type === "sequence" && base.type === "sequence") return { ...own, items: [...base.items, ...own.items] };
  if (own.type !== "mapping" || base.type !== "mapping") return own;
  const names3 = new Set(own.entries.map(({ key: key2 }) => key2.value));
  const joined = own.entries.map(({ key: key2, value }) => {
    const below = key2.value === "command" || key2.value === "entrypoint" ? void 0 : get(base, key2.value);
    return { key: key2, value: below ? merge(value, below) : value };
  });
  const added = base.entries.filter(({ key: key2 }) => !names3.has(key2.value) && key2.value !== "depends_on");
  return { ...own, entries: [...joined, ...added] };
}
function readService(key2, node, text2) {
  const build = get(node, "build");
  const health = get(node, "healthcheck");
  const test = scalars(get(health, "test"));
  const isOff2 = isTrue(get(health, "disable")) || test[0]?.value === "NONE";
  const privileged = get(node, "privileged");
  const deploy = get(node, "deploy");
  return {
    name: key2.value,
    range: key2.range,
    ...optional(node, { image: "image", networkMode: "network_mode", user: "user", restart: "restart" }),
    ...build ? { build: readBuild(build) } : {},
    variables: [
      ...readVariables(get(node, "environment"), "environment", text2),
      ...readVariables(get(build, "args"), "build.args", text2),
      ...readVariables(get(node, "labels"), "labels", text2),
      ...readVariables(get(deploy, "labels"), "labels", text2)
    ],
    envFiles: scalars(get(node, "env_file"), "path"),
    command: scalars(get(node, "command")),
    entrypoint: scalars(get(node, "entrypoint")),
    healthcheck: isOff2 ? [] : test,
    ...health && isOff2 ? { healthcheckOff: health.range } : {},
    ports: readPorts(get(node, "ports")),
    mounts: readMounts(get(node, "volumes"), get(node, "tmpfs")),
    secrets: readGrants(get(node, "secrets")),
    configs: readGrants(get(node, "configs")),
    networks: names(get(node, "networks")),
    capAdd: scalars(get(node, "cap_add")),
    securityOpt: scalars(get(node, "security_opt")),
    ...privileged && isTrue(privileged) ? { privileged: privileged.range } : {},
    isReadOnly: isTrue(get(node, "read_only")),
    ...deploy ? { deploy: readDeploy(deploy, get(node, "scale")) } : readScale(get(node, "scale")),
    ...readLogging(get(node, "logging")),
    profiles: scalars(get(node, "profiles")),
    isDeveloping: get(node, "develop") !== void 0,
    isExtending: get(node, "extends") !== void 0,
    dependsOn: readDependencies(get(node, "depends_on"))
  };
}
function optional(node, keys) {
  const found = {};
  for (const [ours, theirs] of Object.entries(keys)) {
    const value = getScalar(node, theirs);
    if (value) found[ours] = value;
  }
  return found;
}
function readBuild(node) {
  if (node.type === "scalar") return { context: node };
  return optional(node, {
    context: "context",
    dockerfile: "dockerfile",
    target: "target",
    inline: "dockerfile_inline"
  });
}
function readSecret(key2, node) {
  const external = get(node, "external");
  return {
    name: key2.value,
    range: key2.range,
    ...optional(node, { file: "file", environment: "environment", content: "content", driver: "driver" }),
    isExternal: isTrue(external) || external?.type === "mapping"
  };
}
function readNetwork(key2, node) {
  const encrypted = get(get(node, "driver_opts"), "encrypted");
  const external = get(node, "external");
  return {
    name: key2.value,
    range: key2.range,
    ...optional(node, { driver: "driver" }),
    isInternal: isTrue(get(node, "internal")),
    // Swarm looks only whether the option is there: `encrypted: ""` is on.
    isEncrypted: encrypted !== void 0 && !(encrypted.type === "scalar" && /^(?:false|0)$/i.test(encrypted.value)),
    isExternal: isTrue(external) || external?.type === "mapping"
  };
}
function readVolume(key2, node) {
  const external = get(node, "external");
  return {
    name: key2.value,
    range: key2.range,
    isTmpfs: /^(?:tmpfs|ramfs)$/.test(getScalar(get(node, "driver_opts"), "type")?.value ?? ""),
    isExternal: isTrue(external) || external?.type === "mapping"
  };
}
function readGrants(node) {
  if (node?.type !== "sequence") return [];
  return node.items.flatMap((item) => {
    if (item.type === "scalar") return item.isNull ? [] : [{ name: item.value, range: item.range }];
    const source = getScalar(item, "source");
    if (!source) return [];
    const target = getScalar(item, "target")?.value;
    return [
      {
        name: source.value,
        range: source.range,
        ...target === void 0 ? {} : { target },
        ...optional(item, { mode: "mode" })
      }
    ];
  });
}
function readDeploy(node, scale) {
  const { deploy } = readScale(scale);
  return {
    ...deploy,
    range: node.range,
    ...optional(node, { replicas: "replicas" }),
    hasRestartPolicy: get(node, "restart_policy") !== void 0,
    isSwarm: SWARM_KEYS.some((name) => get(node, name))
  };
}
function readScale(scale) {
  if (scale?.type !== "scalar") return {};
  return { deploy: { range: scale.range, replicas: scale, hasRestartPolicy: false, isSwarm: false } };
}
function readLogging(node) {
  if (!node) return {};
  const options = entries(get(node, "options")).map(({ key: key2, value }) => [
    key2.value,
    value.type === "scalar" ? value.value : ""
  ]);
  return {
    logging: { ...optional(node, { driver: "driver" }), options: Object.fromEntries(options), range: node.range }
  };
}
function readDependencies(node) {
  if (node?.type !== "mapping") return scalars(node).map(({ value, range }) => ({ name: value, range }));
  return node.entries.map(({ key: key2, value }) => {
    const condition = getScalar(value, "condition")?.value;
    return { name: key2.value, range: key2.range, ...condition === void 0 ? {} : { condition } };
  });
}
function names(node) {
  return node?.type === "mapping" ? node.entries.map(({ key: key2 }) => key2) : scalars(node);
}
function scalars(node, longKey) {
  if (node === void 0) return [];
  if (node.type === "scalar") return node.isNull ? [] : [node];
  if (node.type === "mapping") return [];
  return node.items.flatMap((item) => {
    if (item.type === "scalar") return item.isNull ? [] : [item];
    return (longKey === void 0 ? void 0 : getScalar(item, longKey)) ?? [];
  });
}
function isTrue(node) {
  return node?.type === "scalar" && /^(?:true|yes|on)$/i.test(node.value);
}

// src/parsers/compose.ts
var composeParser = {
  kinds: ["compose"],
  wants: ({ name }) => /\.ya?ml$/i.test(name),
  anchor: /^["']?services["']?\s*:/m,
  parse: ({ path, text: text2 }) => {
    const { compose, errors } = parseCompose(text2);
    const isOverride = /[.-]override\.ya?ml$/i.test(path);
    return {
      artifacts: compose ? [{ kind: "compose", data: { ...compose, isPartial: compose.isPartial || isOverride } }] : [],
      errors: errors.map(({ message, line }) => ({ message: `YAML could not be parsed: ${message}`, line }))
    };
  }
};
function parseCompose(text2) {
  const { documents, errors } = parseYaml(text2);
  const isCompose = documents.some((document) => looksLikeCompose(get(document, "services")));
  if (!isCompose) return { compose: void 0, errors };
  const all = (key2) => documents.flatMap((document) => entries(get(document, key2)));
  const compose = readCompose(all, text2);
  const isPartial = compose.isPartial || documents.some((document) => get(document, "include"));
  return { compose: { ...compose, isPartial }, errors };
}
function* eachVariable(compose) {
  const seen = /* @__PURE__ */ new Set();
  for (const service of compose.services) {
    for (const variable of service.variables) {
      const place = `${variable.section}:${variable.nameRange.start}`;
      if (seen.has(place)) continue;
      seen.add(place);
      yield { service, variable };
    }
  }
}

// rules/compose/secret-by-variable.ts
var TAKES_FILES = /^(?:docker\.io\/)?(?:library\/)?(?:postgres|mysql|mariadb|mongo|wordpress|drupal|nextcloud|ghost|influxdb|neo4j|postgis\/postgis|pgvector\/pgvector|timescale\/timescaledb)(?=[:@]|$)/;
var WITH_FILE = /^(?:POSTGRES_PASSWORD|(?:MYSQL|MARIADB)_(?:ROOT_)?PASSWORD|MONGO_INITDB_ROOT_PASSWORD|WORDPRESS_DB_PASSWORD)$/;
var secret_by_variable_default = defineRule({
  artifact: "compose",
  title: "password by a variable where the image takes a file",
  severity: "low",
  confidence: "high",
  why: "variables show in `docker inspect`, in crash reports and to every child process",
  fix: "grant a secret, and name its file in the variable that ends in `_FILE`",
  references: ["https://docs.docker.com/compose/how-tos/use-secrets/", "https://hub.docker.com/_/postgres"],
  catalogue: ["VS403"],
  cwe: [526],
  *check({ data }) {
    for (const { service, variable } of eachVariable(data)) {
      const { name, value, nameRange, section } = variable;
      if (section !== "environment" || value === "" || !TAKES_FILES.test(service.image?.value ?? "") || !WITH_FILE.test(name))
        continue;
      if (value !== void 0 && !value.includes("$")) continue;
      yield {
        message: `service ${service.name} gets ${name} by a variable`,
        range: nameRange,
        paste: `${name}_FILE: /run/secrets/${name.toLowerCase()}`
      };
    }
  }
});

// src/analysis/secret-name.ts
var SECRET_WORD = /(?:^|[_.-])(?:[a-z]*(?:password|passwd|passphrase)|pass|pwd|secret|token|credentials?|(?:api|app|access|private|secret|auth|encryption|signing|master|session|jwt|hmac|ssh|deploy|unseal|recovery)[_-]?keys?|client[_-]?secret|(?:role|secret)[_-]?id|webhook[_-]?url)(?:$|[_.-]|\d)/i;
var NOT_THE_VALUE = /[_.-](?:file|files|path|dir|url|uri|host|port|name|names|username|arn|ttl|type|kind|length|min|max|size|count|limit|header|field|param|cookie|endpoint|ref|version|mount|engine|backend|provider|store|issuer|audience|scopes?|claim|realm|role|enabled|disabled|required|allowed|expiry|expires|expiration|lifetime|age|duration|interval|timeout|seconds|minutes|hours|days|policy|prefix|suffix|format|algorithm|alg|rotation|id_file)$/i;
var PUBLIC = /(?:^|[_.-])(?:public|publishable)(?:$|[_.-])/i;
function isSecretName(name) {
  const words = name.replace(/([a-z\d])([A-Z])/g, "$1_$2");
  if (!SECRET_WORD.test(words) || PUBLIC.test(words)) return false;
  return !NOT_THE_VALUE.test(words) || /webhook[_-]?url$/i.test(words);
}

// rules/compose/secret-default-in-interpolation.ts
var DEFAULT = /(?<!\$)\$\{(\w+):?-([^${}]+)\}/g;
function hasSecretDefault(text2, name) {
  for (const [all, inner, value] of text2.matchAll(DEFAULT)) {
    if (!isLiteral(value)) continue;
    if (isSecretName(inner) || name !== void 0 && all === text2 && isSecretName(name)) return true;
  }
  return false;
}
var secret_default_in_interpolation_default = defineRule({
  artifact: "compose",
  title: "secret as the default of a compose variable",
  severity: "high",
  confidence: "high",
  why: "the default is in the repository, and it is what runs wherever nobody sets the variable",
  fix: "write `${NAME:?set NAME}` so that a missing value stops the start",
  references: ["https://docs.docker.com/reference/compose-file/interpolation/"],
  catalogue: ["VS406"],
  cwe: [798, 1392],
  *check({ data }) {
    for (const { service, variable } of eachVariable(data)) {
      const { name, value, nameRange, valueRange } = variable;
      if (!valueRange || !hasSecretDefault(value ?? "", name)) continue;
      yield { message: `${name} of service ${service.name} has a default value`, range: nameRange, secret: valueRange };
    }
    for (const service of data.services) {
      for (const { value, range } of [...service.command, ...service.entrypoint, ...service.healthcheck]) {
        if (!hasSecretDefault(value)) continue;
        yield { message: `a command of service ${service.name} has a default value`, range, secret: range };
      }
    }
  }
});

// rules/compose/secret-driver-unpinned.ts
var secret_driver_unpinned_default = defineRule({
  artifact: "compose",
  title: "secret driver of Swarm without a version",
  severity: "low",
  confidence: "high",
  why: "the plugin sees every secret of the cluster, and the next install may bring other code",
  fix: "name the version that was looked at: `driver: NAME:1.2.3`",
  references: ["https://docs.docker.com/engine/extend/"],
  catalogue: ["VS415"],
  cwe: [1357],
  *check({ data }) {
    for (const { name, driver } of data.secrets)
      if (driver && !driver.value.includes("$") && (!/:[^/]+$|@sha256:/.test(driver.value) || /:latest$/.test(driver.value)))
        yield {
          message: `the driver of secret ${name} has no version`,
          range: driver.range,
          paste: `driver: ${driver.value.replace(/:latest$/, "")}:VERSION`
        };
  }
});

// rules/compose/secret-from-environment.ts
var secret_from_environment_default = defineRule({
  artifact: "compose",
  title: "compose secret that is taken from a variable",
  severity: "info",
  confidence: "high",
  why: "the value lies in the environment of whoever starts the services, or in a `.env` file next to them",
  fix: "let Vault Agent write it to a file in memory, or fetch it when it is used",
  references: ["https://docs.docker.com/reference/compose-file/secrets/"],
  catalogue: ["VS404"],
  cwe: [526],
  *check({ data }) {
    for (const { name, environment } of data.secrets)
      if (environment)
        yield {
          message: `secret ${name} is taken from the variable ${environment.value}`,
          range: environment.range,
          paste: `file: /run/vault/${name}`
        };
  }
});

// rules/compose/secret-in-command.ts
var SHORTEST = 6;
var ASSIGNMENT = /(?<![\w$}./-])(?:--?)?([A-Za-z_][\w.-]{1,80})(?:=|(?<=--?[\w.-]+)[^\S\n]+)\\?(["']?)([^\s"'\\`;&|()<>,\]-][^\s"'\\`;&|()<>,\]]{0,400})/g;
function* matches2(data, text2) {
  for (const { name, command, entrypoint, healthcheck } of data.services) {
    for (const words of [entrypoint, command, healthcheck]) {
      for (const [i, { value, range }] of words.entries()) {
        const option = words[i - 1]?.value;
        if (option !== void 0 && /^--?[\w-]+$/.test(option) && isSecretName(option.replace(/^-+/, "")) && isSecret(value))
          yield { message: `a command of service ${name} holds a value for ${option}`, range, secret: range };
        const source = text2.slice(range.start, range.end);
        for (const { 0: all, 1: variable, 3: written, index } of source.matchAll(ASSIGNMENT)) {
          if (!isSecretName(variable) || !isSecret(written)) continue;
          const end = range.start + index + all.length;
          const secret = { start: end - written.length, end };
          yield {
            message: `a command of service ${name} holds a value for ${variable}`,
            range: { start: range.start + index, end },
            secret
          };
        }
      }
    }
  }
  for (const { service, variable } of eachVariable(data)) {
    const { name, value, nameRange, valueRange, section } = variable;
    if (section === "labels" && isSecretName(name) && isSecret(value) && valueRange)
      yield {
        message: `a label of service ${service.name} holds a value for ${name}`,
        range: nameRange,
        secret: valueRange
      };
  }
}
function isSecret(value) {
  return isRealValue(value) && value.length >= SHORTEST && !value.startsWith("-");
}
var secret_in_command_default = defineRule({
  artifact: "compose",
  title: "secret written into a command of a service",
  severity: "high",
  confidence: "medium",
  why: "arguments stand in the repository, in `docker inspect` and in the list of processes of the host",
  fix: "give the program a file: `secrets:` and an option such as `--password-file=/run/secrets/NAME`",
  references: ["https://docs.docker.com/compose/how-tos/use-secrets/"],
  catalogue: ["VS401"],
  cwe: [798, 214],
  *check({ data, text: text2 }) {
    yield* onePerPlace(matches2(data, text2));
  }
});

// rules/compose/secret-in-environment.ts
var secret_in_environment_default = defineRule({
  artifact: "compose",
  title: "secret written into a compose file",
  severity: "high",
  confidence: "high",
  why: "whoever reads the repository, or inspects the container, has the value",
  fix: "use `secrets:` with a `_FILE` variable, or let Vault Agent render the value at run time",
  references: ["https://docs.docker.com/compose/how-tos/use-secrets/"],
  catalogue: ["VS401", "VS403"],
  cwe: [798, 526],
  *check({ data }) {
    for (const { service, variable } of eachVariable(data)) {
      const { name, value, nameRange, valueRange, section } = variable;
      if (section === "labels" || !isSecretName(name) || !isLiteral(value) || !valueRange) continue;
      yield {
        message: `${section} of service ${service.name} holds a value for ${name}`,
        range: nameRange,
        secret: valueRange
      };
    }
  }
});

// rules/compose/secret-mode.ts
var secret_mode_default = defineRule({
  artifact: "compose",
  title: "secret that every user of the container may read",
  severity: "low",
  confidence: "high",
  why: "whoever breaks into any process of the container reads the secret, whatever user it runs as",
  fix: "set `mode: 0400` and the `uid` of the user that needs it",
  references: ["https://docs.docker.com/reference/compose-file/services/#secrets"],
  catalogue: ["VS405"],
  cwe: [732],
  *check({ data }) {
    for (const { name, secrets } of data.services)
      for (const { name: secret, mode } of secrets) {
        if (!mode) continue;
        const bits = Number.parseInt(mode.value.replace(/^0o?/, ""), mode.value.startsWith("0") ? 8 : 10);
        if ((bits & 7) === 0) continue;
        yield {
          message: `secret ${secret} of service ${name} may be read by everyone in the container`,
          range: mode.range,
          paste: "mode: 0400"
        };
      }
  }
});

// rules/compose/security-profile-off.ts
var security_profile_off_default = defineRule({
  artifact: "compose",
  title: "container without its AppArmor, seccomp or SELinux profile",
  severity: "medium",
  confidence: "high",
  why: "calls to the kernel that Docker forbids for good reason are allowed, and nothing reports them",
  fix: "take the option out, or name a profile of your own that allows the one call that is needed",
  references: ["https://docs.docker.com/engine/security/seccomp/", "https://docs.docker.com/engine/security/apparmor/"],
  cwe: [693],
  *check({ data }) {
    yield* onePerPlace(
      data.services.flatMap(
        ({ name, securityOpt }) => securityOpt.filter(({ value }) => /^(?:apparmor|seccomp|systempaths)[=:]unconfined$|^label[=:]disable$/.test(value)).map(({ value, range }) => ({
          message: `service ${name} runs with ${value}`,
          range,
          paste: "security_opt: [no-new-privileges:true]"
        }))
      )
    );
  }
});

// rules/compose/swarm-secret-plain.ts
var swarm_secret_plain_default = defineRule({
  artifact: "compose",
  title: "static secret of Swarm where Vault is there",
  severity: "info",
  confidence: "medium",
  why: "the value never changes, nobody logs who reads it, and it lies in the Raft log of the managers",
  fix: "let Vault Agent fetch it, or name a secret driver that asks Vault: `driver: vault`",
  references: [
    "https://docs.docker.com/engine/swarm/secrets/",
    "https://docs.docker.com/reference/compose-file/secrets/"
  ],
  catalogue: ["VS415"],
  cwe: [522],
  *check({ data }) {
    const usesVault2 = data.services.some((service) => vaultPart(service) !== "other");
    const isSwarm = data.isSwarm || data.secrets.some(({ isExternal, driver }) => isExternal || driver);
    if (!usesVault2 || !isSwarm) return;
    for (const { name, range, driver, isExternal, file } of data.secrets) {
      if (driver || !isExternal && !file || /vault|bao|role|secret[-_]?id|wrap|(?:^|[-_.])(?:ca|cert|crt|tls|pem)(?:$|[-_.])/i.test(name))
        continue;
      yield { message: `secret ${name} is kept by Swarm`, range, paste: `${name}: { driver: vault:VERSION }` };
    }
  }
});

// rules/compose/unpinned-image.ts
function* matches3(data) {
  for (const { name: service, image, build } of data.services) {
    if (!image || build) continue;
    const { name, tag, digest: digest2 } = parseImageReference(image.value);
    if (digest2 || name.includes("$") || tag?.includes("$")) continue;
    if (tag === void 0 || tag === "latest")
      yield {
        message: `image ${name} of service ${service} ${tag ? "is tagged latest" : "has no tag"}`,
        range: image.range,
        paste: `image: ${name}:VERSION@sha256:DIGEST`
      };
  }
}
var unpinned_image_default = defineRule({
  artifact: "compose",
  title: "image without a tag, or tagged latest",
  severity: "low",
  confidence: "high",
  why: "the next pull may bring other code, also a compromised one, without a change in the repository",
  fix: "name a version and its digest: `image: postgres:17.6@sha256:...`",
  references: ["https://docs.docker.com/dhi/core-concepts/digests/"],
  catalogue: ["VS412"],
  cwe: [1357],
  *check({ data }) {
    yield* onePerPlace(matches3(data));
  }
});

// rules/compose/unseal-key-beside-vault.ts
var KEYS = /(?:^|[\W_])(?:unseal(?!er)[-_]?keys?\w*|(?:vault|cluster)[-_]keys?(?:\.(?:json|txt))?|vault[-_]init(?:\.(?:json|txt|out))|init[-_](?:keys?|output)\b|recovery[-_]keys?\w*)(?:$|[\W_])/i;
function* matches4(data) {
  for (const { name, mounts, secrets, configs, variables: variables2, command, entrypoint } of data.services) {
    const isVault = /vault|bao/i.test(`${name} ${data.services.find((one) => one.name === name)?.image?.value ?? ""}`);
    for (const { name: variable, nameRange, section } of variables2)
      if (section === "environment" && /^(?:VAULT_|BAO_)?UNSEAL_KEYS?(?:_?\d+)?$/i.test(variable))
        yield { message: `service ${name} gets ${variable}`, range: nameRange };
    if (!isVault) continue;
    for (const { source, target, range } of mounts)
      if (KEYS.test(`${source ?? ""} ${target}`)) yield { message: `service ${name} mounts unseal keys`, range };
    for (const grant of [...secrets, ...configs])
      if (KEYS.test(grant.name)) yield { message: `service ${name} is granted ${grant.name}`, range: grant.range };
    for (const { value, range } of [...entrypoint, ...command]) {
      if (/\boperator\s+init\b[^;|&]*(?:>|\|\s*tee)/.test(value))
        yield { message: `service ${name} writes the answer of operator init to a file`, range };
      else if (/\boperator\s+unseal\b/.test(value))
        yield { message: `service ${name} unseals Vault by keys it has`, range };
    }
  }
}
var unseal_key_beside_vault_default = defineRule({
  artifact: "compose",
  title: "unseal keys kept beside Vault",
  severity: "high",
  confidence: "medium",
  why: "who takes the host has the data and the keys to it, and the barrier of Vault is worth nothing",
  fix: "use auto-unseal, or keep the key shares with different people and off this host",
  references: [
    "https://developer.hashicorp.com/vault/docs/concepts/seal",
    "https://developer.hashicorp.com/vault/docs/internals/security"
  ],
  catalogue: ["VS407"],
  cwe: [522],
  *check({ data }) {
    yield* onePerPlace(matches4(data));
  }
});

// rules/compose/vault-address-http.ts
var vault_address_http_default = defineRule({
  artifact: "compose",
  title: "Vault spoken to over plain HTTP",
  severity: "high",
  confidence: "high",
  why: "whoever sits on the network reads the token and every secret",
  fix: "use `https://` and set VAULT_CACERT to the file of the CA",
  references: ["https://developer.hashicorp.com/vault/docs/configuration/listener/tcp"],
  catalogue: ["VS106"],
  cwe: [319],
  *check({ data }) {
    for (const { variable } of eachVariable(data)) {
      const { name, value, nameRange } = variable;
      if (/^(?:VAULT|BAO)_(?:ADDR|AGENT_ADDR|PROXY_ADDR)$/.test(name) && isPlainHttp(value))
        yield { message: `${name} is an http:// address`, range: nameRange, paste: `${name}: https://VAULT:8200` };
    }
  }
});

// rules/compose/vault-audit-missing.ts
var vault_audit_missing_default = defineRule({
  artifact: "compose",
  title: "Vault without a trace of an audit device",
  severity: "info",
  confidence: "low",
  why: "nobody can say afterwards who read which secret",
  fix: "run `vault audit enable file file_path=/vault/audit/audit.log` when Vault is set up, and keep the folder on a volume",
  references: ["https://developer.hashicorp.com/vault/docs/audit"],
  catalogue: ["VS407"],
  cwe: [778],
  *check({ data, text: text2 }) {
    if (data.isPartial || /^[^#\n]*audit/im.test(text2)) return;
    const [first] = vaultServers(data);
    if (first)
      yield {
        message: `nothing in this file turns on an audit device for service ${first.name}`,
        range: first.range,
        paste: "vault audit enable file file_path=/vault/audit/audit.log"
      };
  }
});

// rules/compose/vault-dependency-not-awaited.ts
function* matches5(data) {
  if (data.isSwarm) return;
  const awaited = data.services.filter((service) => ["server", "agent"].includes(vaultPart(service))).map(({ name }) => name);
  for (const { name: service, dependsOn } of data.services) {
    if (awaited.includes(service)) continue;
    for (const { name, condition, range } of dependsOn) {
      if (!awaited.includes(name) || condition !== void 0 && condition !== "service_started") continue;
      yield {
        message: `service ${service} does not wait until ${name} is healthy`,
        range,
        paste: `depends_on:
  ${name}:
    condition: service_healthy`
      };
    }
  }
}
var vault_dependency_not_awaited_default = defineRule({
  artifact: "compose",
  title: "service that does not wait until Vault is ready",
  severity: "low",
  confidence: "high",
  why: "the service starts while Vault is sealed or still starting, gets no secret, and runs without or crashes",
  fix: "wait for the health check of Vault: `condition: service_healthy`",
  references: ["https://docs.docker.com/compose/how-tos/startup-order/"],
  catalogue: ["VS408"],
  cwe: [696],
  *check({ data }) {
    yield* onePerPlace(matches5(data));
  }
});

// rules/compose/vault-dev-server.ts
var VAULT_IMAGE = /^(?:docker\.io\/|quay\.io\/|ghcr\.io\/)?(?:(?:library|hashicorp)\/)?vault(?:[:@]|$)|(?:^|\/)openbao\/openbao(?:[:@]|$)/;
var vault_dev_server_default = defineRule({
  artifact: "compose",
  title: "compose service that runs a Vault development server",
  severity: "high",
  confidence: "high",
  why: "a development server keeps everything in memory, unsealed, over HTTP, with a known root token",
  fix: "run `server` with a configuration: raft storage, TLS, auto-unseal, audit device",
  references: ["https://developer.hashicorp.com/vault/docs/concepts/dev-server"],
  catalogue: ["VS407"],
  cwe: [489],
  *check({ data }) {
    for (const service of data.services) {
      const dev = service.variables.find(
        ({ name }) => /^(?:VAULT|BAO)_DEV_(?:ROOT_TOKEN_ID|LISTEN_ADDRESS)$/.test(name)
      );
      const words = [...service.entrypoint, ...service.command];
      const line = words.map(({ value }) => value).join(" ");
      const isVault = /vault|\bbao/i.test(`${service.name} ${service.image?.value ?? ""} ${line}`);
      const hasFlag2 = isVault && /(?:^|[\s/])server\s.{0,80}?(?<![\w-])-{1,2}dev\b/s.test(line);
      const isDefault = words.length === 0 && !service.isExtending && VAULT_IMAGE.test(service.image?.value ?? "");
      if (!dev && !hasFlag2 && !isDefault) continue;
      const range = dev?.nameRange ?? (hasFlag2 ? words[0].range : service.image.range);
      yield { message: `service ${service.name} is a development server`, range };
    }
  }
});

// rules/compose/vault-memory-not-locked.ts
var vault_memory_not_locked_default = defineRule({
  artifact: "compose",
  title: "Vault whose memory may be written to swap",
  severity: "low",
  confidence: "medium",
  why: "who gets at the disk of the host reads keys and secrets from its swap",
  fix: 'add `cap_add: [IPC_LOCK]` and take SKIP_SETCAP out; with raft storage the documentation prefers `"disable_mlock": true` on a host without swap',
  references: [
    "https://developer.hashicorp.com/vault/docs/configuration#disable_mlock",
    "https://hub.docker.com/r/hashicorp/vault"
  ],
  catalogue: ["VS407"],
  cwe: [591],
  *check({ data }) {
    for (const service of vaultServers(data)) {
      const configs = localConfigs(service, data);
      const isNew = /:v?(?:[2-9]|\d\d)\./.test(service.image?.value ?? "");
      const mayLock = service.capAdd.some(({ value }) => /^(?:CAP_)?(?:IPC_LOCK|ALL)$/i.test(value)) || service.privileged;
      if (isNew || mayLock || service.isExtending || configs.some(({ data: { disable_mlock } }) => disable_mlock !== void 0))
        continue;
      const skip = service.variables.find(({ name, value }) => name === "SKIP_SETCAP" && value !== "");
      const range = skip?.nameRange ?? configs[0]?.range;
      if (range)
        yield { message: `service ${service.name} may not lock its memory`, range, paste: "cap_add: [IPC_LOCK]" };
    }
  }
});

// rules/compose/vault-network-shared.ts
var vault_network_shared_default = defineRule({
  artifact: "compose",
  title: "Vault on a network with services that the outside reaches",
  severity: "low",
  confidence: "medium",
  why: "whoever breaks into the published service speaks to Vault directly",
  fix: "give Vault a network of its own that only its clients join: `networks: {vault: {internal: true}}`",
  references: [
    "https://docs.docker.com/reference/compose-file/networks/#internal",
    "https://developer.hashicorp.com/vault/docs/internals/security"
  ],
  catalogue: ["VS413"],
  cwe: [668],
  *check({ data }) {
    const networksOf = ({ networks }) => networks.length === 0 ? ["default"] : networks.map(({ value }) => value);
    const clients = new Set(vaultDependents(data));
    for (const server of vaultServers(data)) {
      if (server.networkMode) continue;
      const own = networksOf(server);
      const open = data.services.find(
        (other) => other !== server && !clients.has(other) && vaultPart(other) !== "server" && !other.networkMode && other.ports.some(({ hostIp }) => !/^(?:127\.|::1)/.test(hostIp ?? "")) && networksOf(other).some((name) => own.includes(name))
      );
      if (open)
        yield {
          message: `service ${server.name} shares a network with ${open.name}, which publishes a port and needs no Vault`,
          range: server.networks[0]?.range ?? server.range,
          paste: "networks: [vault]"
        };
    }
  }
});

// rules/compose/vault-no-auto-unseal.ts
var vault_no_auto_unseal_default = defineRule({
  artifact: "compose",
  title: "Vault that people unseal by hand",
  severity: "info",
  confidence: "medium",
  why: "after every restart Vault stays sealed until people with keys come, and so the keys end up on the host",
  fix: "add a `seal` stanza for a KMS, an HSM or the transit engine of another Vault",
  references: ["https://developer.hashicorp.com/vault/docs/concepts/seal#auto-unseal"],
  catalogue: ["VS407"],
  cwe: [693],
  *check({ data }) {
    for (const service of vaultServers(data)) {
      const [config] = localConfigs(service, data);
      const hasSeal = localConfigs(service, data).some(({ data: { seal } }) => seal !== void 0);
      const hasVariable = service.variables.some(
        ({ name }) => /^(?:VAULT|BAO)_(?:SEAL_TYPE|AWSKMS_\w+|AZUREKEYVAULT_\w+|GCPCKMS_\w+|TRANSIT_SEAL_\w+|HSM_\w+)$/.test(name)
      );
      const hasFiles = service.mounts.some(({ target }) => /\/config\b|\.hcl$/.test(target));
      if (config && !hasSeal && !hasVariable && !hasFiles)
        yield {
          message: `service ${service.name} has no seal stanza`,
          range: config.range,
          paste: '"seal": {"awskms": {"region": "REGION", "kms_key_id": "KEY"}}'
        };
    }
  }
});

// rules/compose/vault-no-healthcheck.ts
var vault_no_healthcheck_default = defineRule({
  artifact: "compose",
  title: "Vault without a health check",
  severity: "low",
  confidence: "high",
  why: "a sealed Vault looks like a running one: nobody is told, and everything that depends on it starts and fails",
  fix: "add a health check; `vault status` exits 2 while Vault is sealed",
  references: [
    "https://developer.hashicorp.com/vault/docs/commands/status",
    "https://docs.docker.com/reference/compose-file/services/#healthcheck"
  ],
  catalogue: ["VS407"],
  cwe: [693],
  *check({ data }) {
    if (data.isPartial) return;
    for (const { name, range, healthcheck, healthcheckOff, isExtending } of vaultServers(data))
      if (healthcheck.length === 0 && !isExtending)
        yield {
          message: `service ${name} has no health check`,
          range: healthcheckOff ?? range,
          paste: 'healthcheck: { test: ["CMD", "vault", "status"], interval: 10s, retries: 3 }'
        };
  }
});

// rules/compose/vault-port-published.ts
function holdsPort(text2, port) {
  const [from, to] = text2.replace(/^\$\{\w+:?-([^{}]*)\}$/, "$1").split("-");
  return Number(from) <= port && port <= Number(to ?? from);
}
var vault_port_published_default = defineRule({
  artifact: "compose",
  title: "Vault published on all addresses of the host",
  severity: "medium",
  confidence: "medium",
  why: "everyone who reaches the host reaches Vault",
  fix: "keep Vault on a network of its own, or publish it on one address: `127.0.0.1:8200:8200`",
  references: ["https://docs.docker.com/engine/network/port-publishing/"],
  catalogue: ["VS407"],
  cwe: [668],
  *check({ data }) {
    for (const { name, image, ports } of data.services) {
      if (!/vault|bao/i.test(`${name} ${image?.value ?? ""}`)) continue;
      for (const { hostIp, target, range } of ports) {
        const isEverywhere = hostIp === void 0 || hostIp === "0.0.0.0" || hostIp === "::";
        if (isEverywhere && holdsPort(target, 8200))
          yield { message: `service ${name} publishes port 8200 on all addresses`, range };
      }
    }
  }
});

// rules/compose/vault-single-node.ts
var LEAST_NODES = 3;
var vault_single_node_default = defineRule({
  artifact: "compose",
  title: "Vault on fewer than three nodes",
  severity: "info",
  confidence: "medium",
  why: "while its only node is down or sealed no service gets a secret, and every lease runs out",
  fix: "run three nodes with raft storage on three hosts, each with `retry_join`",
  references: ["https://developer.hashicorp.com/vault/docs/concepts/integrated-storage"],
  catalogue: ["VS407"],
  cwe: [693],
  *check({ data, text: text2 }) {
    const servers = vaultServers(data);
    const [first] = servers;
    if (!first || data.isPartial || /^\$/.test(first.deploy?.replicas?.value ?? "")) return;
    const nodes = servers.reduce((sum, { deploy }) => sum + Number(deploy?.replicas?.value ?? 1), 0);
    if (nodes < LEAST_NODES && !/retry_join/.test(text2))
      yield { message: `${nodes === 1 ? "one node runs" : "two nodes run"} Vault`, range: first.range };
  }
});

// rules/compose/vault-skip-verify.ts
var vault_skip_verify_default = defineRule({
  artifact: "compose",
  title: "verification of Vault's certificate switched off",
  severity: "high",
  confidence: "high",
  why: "anyone on the network can play Vault and take the login and the secrets",
  fix: "take the variable out, and set VAULT_CACERT to the file of the CA",
  references: ["https://developer.hashicorp.com/vault/docs/commands#vault_skip_verify"],
  catalogue: ["VS107"],
  cwe: [295],
  *check({ data }) {
    for (const { variable } of eachVariable(data)) {
      const { name, value, nameRange } = variable;
      if (/^(?:VAULT|BAO)_SKIP_VERIFY$/.test(name) && isTruthy(value))
        yield { message: `${name} is on`, range: nameRange, paste: "VAULT_CACERT: /etc/ssl/vault-ca.pem" };
    }
  }
});

// rules/compose/vault-storage-plaintext.ts
var PASTE = {
  consul: '"scheme": "https", "tls_ca_file": "/vault/tls/consul-ca.pem"',
  etcd: '"address": "https://etcd:2379", "tls_ca_file": "/vault/tls/etcd-ca.pem"',
  postgresql: '"connection_url": "postgres://vault@postgres:5432/vault?sslmode=verify-full"',
  mysql: '"tls_ca_file": "/vault/tls/mysql-ca.pem"'
};
function isPlain(type, fields) {
  const address = String(fields.address ?? "");
  if (type === "consul")
    return fields.scheme !== "https" && !/^(?:https:|unix:|127\.|localhost)/.test(address === "" ? "127.0.0.1" : address);
  if (type === "etcd") return /\bhttp:\/\/(?!127\.|localhost)/.test(address);
  if (type === "postgresql") return /[?&]sslmode=(?:disable|allow|prefer)\b/.test(String(fields.connection_url ?? ""));
  if (type === "mysql")
    return /^(?:1|true)$/i.test(String(fields.plaintext_connection_allowed ?? "")) && fields.tls_ca_file === void 0;
  return false;
}
var vault_storage_plaintext_default = defineRule({
  artifact: "compose",
  title: "Vault that reaches its storage without TLS",
  severity: "medium",
  confidence: "high",
  why: "who reads or changes the traffic sees which secrets there are, replays old ones, and takes the password or token of the storage",
  fix: 'turn TLS on for the storage: `scheme = "https"` for Consul, `sslmode=verify-full` for PostgreSQL, `https://` for etcd',
  references: [
    "https://developer.hashicorp.com/vault/docs/configuration/storage/consul",
    "https://developer.hashicorp.com/vault/docs/configuration/storage/postgresql"
  ],
  catalogue: ["VS407"],
  cwe: [319],
  *check({ data }) {
    for (const service of data.services)
      for (const config of localConfigs(service, data))
        for (const { type, fields } of [
          ...blocksOf(config, "storage"),
          ...blocksOf(config, "ha_storage"),
          ...blocksOf(config, "backend")
        ])
          if (isPlain(type, fields))
            yield {
              message: `service ${service.name} reaches ${type} without TLS`,
              range: config.range,
              paste: PASTE[type]
            };
  }
});

// rules/compose/vault-storage.ts
var vault_storage_default = defineRule({
  artifact: "compose",
  title: "Vault that keeps its data in memory or in plain files",
  severity: "medium",
  confidence: "high",
  why: "a restart loses every secret, or one broken disk does, and there is neither a second node nor a snapshot",
  fix: 'use the integrated storage on a volume: `"storage": {"raft": {"path": "/vault/file", "node_id": "vault-1"}}`',
  references: ["https://developer.hashicorp.com/vault/docs/configuration/storage/raft"],
  catalogue: ["VS407"],
  cwe: [693],
  *check({ data }) {
    for (const service of data.services)
      for (const config of localConfigs(service, data))
        for (const { type } of [...blocksOf(config, "storage"), ...blocksOf(config, "backend")]) {
          if (type !== "inmem" && type !== "file") continue;
          const severity = type === "file" ? { severity: "low" } : {};
          yield {
            message: `service ${service.name} stores in ${type}`,
            range: config.range,
            paste: '"storage": {"raft": {"path": "/vault/file", "node_id": "vault-1"}}',
            ...severity
          };
        }
  }
});

// rules/compose/vault-tls-disabled.ts
var isOn = (value) => /^(?:1|true|t)$/i.test(String(value));
var isLoopback = (value) => typeof value === "string" && /^(?:127\.|localhost|\[::1\])/.test(value);
var vault_tls_disabled_default = defineRule({
  artifact: "compose",
  title: "Vault that listens without TLS",
  severity: "high",
  confidence: "high",
  why: "whoever sits on the network reads every token and every secret that Vault gives out",
  fix: 'give the listener a certificate: `"tls_cert_file": "/vault/tls/tls.crt", "tls_key_file": "/vault/tls/tls.key"`',
  references: ["https://developer.hashicorp.com/vault/docs/configuration/listener/tcp"],
  catalogue: ["VS407"],
  cwe: [319],
  *check({ data }) {
    for (const service of data.services)
      for (const config of localConfigs(service, data)) {
        const open = blocksOf(config, "listener").some(
          ({ type, fields }) => type === "tcp" && isOn(fields.tls_disable) && !isLoopback(fields.address)
        );
        if (open)
          yield {
            message: `the listener of service ${service.name} has TLS off`,
            range: config.range,
            paste: '"tls_cert_file": "/vault/tls/tls.crt", "tls_key_file": "/vault/tls/tls.key"'
          };
      }
  }
});

// rules/compose/vault-token-in-environment.ts
var vault_token_in_environment_default = defineRule({
  artifact: "compose",
  title: "Vault token handed to a service as a variable",
  severity: "medium",
  confidence: "high",
  why: "every child process, crash report and `docker inspect` shows the token, and nobody renews or revokes it",
  fix: 'let Vault Agent log the service in and write the token to a tmpfs: `auto_auth { sink "file" { config = { path = "/run/vault/token" } } }`',
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/autoauth"],
  catalogue: ["VS409"],
  cwe: [526],
  *check({ data }) {
    for (const { service, variable } of eachVariable(data)) {
      const { name, value, nameRange, valueRange, section } = variable;
      if (section === "labels" || !/^(?:VAULT|BAO)_TOKEN$/.test(name) || value === "") continue;
      const secret = isLiteral(value) && valueRange ? { secret: valueRange } : {};
      yield { message: `service ${service.name} gets ${name} from its ${section}`, range: nameRange, ...secret };
    }
  }
});

// src/parsers/dockerfile.ts
var import_dockerfile_ast = __toESM(require_main(), 1);

// src/parsers/dockerfile-stages.ts
function linkStages(stages) {
  for (const [index, stage] of stages.entries()) {
    const parent = stage.base.isLocal ? findStage(stages, stage.base.name, index) : -1;
    if (parent !== -1) stage.parent = parent;
    const sources = stage.instructions.flatMap(({ flags, mounts }) => [
      ...flags.filter(({ name }) => name === "from").map(({ value }) => value),
      ...mounts.map(({ options }) => options.from ?? "")
    ]);
    stage.reads = [...new Set(sources.map((source) => findSource(stages, source, index)))].filter((at) => at !== -1);
  }
  for (let at = stages.length - 1; at !== void 0 && at >= 0; at = stages[at].parent)
    stages[at].isFinal = true;
}
function findStage(stages, name, end) {
  return stages.slice(0, end).findLastIndex(({ alias }) => alias?.toLowerCase() === name.toLowerCase());
}
function findSource(stages, source, end) {
  const named = findStage(stages, source, end);
  if (named !== -1 || !/^\d+$/.test(source)) return named;
  return Number(source) < end ? Number(source) : -1;
}
function readMount2(text2, range) {
  const options = {};
  for (const part of text2.replace(/^(["'])(.*)\1$/, "$2").split(",")) {
    const [name, value] = split(part.trim());
    if (name !== "") options[SAME_NAME[name] ?? name] = value;
  }
  return { type: options.type ?? "bind", options, range };
}
var SAME_NAME = { dst: "target", destination: "target", src: "source", ro: "readonly" };
function split(part) {
  const equals = part.indexOf("=");
  if (equals === -1) return [part.toLowerCase(), "true"];
  return [part.slice(0, equals).toLowerCase(), part.slice(equals + 1).replace(/^(["'])(.*)\1$/, "$2")];
}

// src/parsers/dockerfile.ts
function instructionsOf({ stages }, stage) {
  const parent = stage.parent === void 0 ? void 0 : stages[stage.parent];
  return [...parent ? instructionsOf({ stages }, parent) : [], ...stage.instructions];
}
var NAME = /^(?:Dockerfile|Containerfile)(?:\.[^/]*)?$|\.(?:dockerfile|containerfile)$/i;
var dockerfileParser = {
  kinds: ["dockerfile"],
  wants: ({ name }) => NAME.test(name) && !name.endsWith(".dockerignore"),
  parse: ({ text: text2 }) => ({ artifacts: [{ kind: "dockerfile", data: parseDockerfile(text2) }], errors: [] })
};
function parseDockerfile(text2) {
  const file = import_dockerfile_ast.DockerfileParser.parse(text2);
  const offset = lineOffsets(text2);
  const reader = {
    source: text2,
    escapeCharacter: file.getEscapeCharacter(),
    toRange: ({ start, end }) => {
      const from = offset(start.line, start.character);
      return { start: from, end: Math.max(from, offset(end.line, end.character)) };
    }
  };
  const instructions = [];
  const stages = [];
  const names3 = /* @__PURE__ */ new Set(["scratch"]);
  for (const node of file.getInstructions()) {
    const instruction = readInstruction(node, reader);
    instructions.push(instruction);
    if (node.getKeyword() !== "FROM") {
      stages.at(-1)?.instructions.push(instruction);
      continue;
    }
    const base = readBase(instruction, names3);
    if (!base) continue;
    const alias = node.getBuildStage();
    const { range } = instruction;
    stages.push({ base, ...alias ? { alias } : {}, range, reads: [], isFinal: false, instructions: [] });
    if (alias) names3.add(alias.toLowerCase());
  }
  linkStages(stages);
  const directives = Object.fromEntries(
    file.getDirectives().map((one) => [one.getName().toLowerCase(), one.getValue()])
  );
  return { instructions, stages, bases: stages.map(({ base }) => base), directives };
}
function readInstruction(node, reader) {
  const trigger = node.getKeyword() === "ONBUILD" ? node.getTriggerInstruction() : null;
  const inner = trigger ?? node;
  const heredocs = readHeredocs(inner, reader);
  const flags = "getFlags" in inner ? inner.getFlags() : [];
  return {
    keyword: inner.getKeyword(),
    range: reader.toRange(node.getRange()),
    args: readArgs(inner, new Set(flags.map((flag) => placeOf(flag.getRange()))), reader),
    flags: flags.map((flag) => ({
      name: flag.getName(),
      value: flag.getValue() ?? "",
      range: reader.toRange(flag.getRange())
    })),
    assignments: readAssignments(inner, reader),
    mounts: flags.flatMap(
      (flag) => flag.getName() === "mount" ? readMount2(flag.getValue() ?? "", reader.toRange(flag.getRange())) : []
    ),
    isJson: readJson(inner, reader) !== void 0,
    heredocs,
    isOnbuild: trigger !== null,
    text: joinLines(inner.getRawArgumentsContent() ?? "", reader.escapeCharacter)
  };
}
function placeOf(range) {
  return `${range.start.line}:${range.start.character}`;
}
function readArgs(node, flagPlaces, reader) {
  const json2 = readJson(node, reader);
  if (json2) return json2;
  const bodies = heredocsOf(node).flatMap((heredoc) => heredoc.getContentRange() ?? heredoc.getDelimiterRange() ?? []);
  const firstBodyLine = bodies.length === 0 ? Number.POSITIVE_INFINITY : bodies[0].start.line;
  return node.getArguments().filter((argument) => {
    const range = argument.getRange();
    if (flagPlaces.has(placeOf(range)) || range.start.line >= firstBodyLine) return false;
    return bodies.length === 0 || !argument.getValue().startsWith("<<");
  }).map((argument) => ({ value: argument.getValue(), range: reader.toRange(argument.getRange()) }));
}
function readJson(node, reader) {
  if (!("getJSONStrings" in node)) return void 0;
  const json2 = node;
  if (!json2.getOpeningBracket() || !json2.getClosingBracket()) return void 0;
  const strings = json2.getJSONStrings();
  if (strings.length === 0 || !node.getRawArgumentsContent()?.trimEnd().endsWith("]")) return void 0;
  return strings.map((string) => {
    const range = reader.toRange(string.getJSONRange());
    return { value: unescapeJson(reader.source.slice(range.start, range.end)), range };
  });
}
function unescapeJson(text2) {
  try {
    return String(JSON.parse(`"${text2}"`));
  } catch {
    return text2;
  }
}
function heredocsOf(node) {
  const keyword = node.getKeyword();
  return keyword === "RUN" || keyword === "COPY" || keyword === "ADD" ? node.getHeredocs?.() ?? [] : [];
}
function readHeredocs(node, reader) {
  return heredocsOf(node).flatMap((heredoc) => {
    const content = heredoc.getContentRange();
    if (!content) return [];
    const range = reader.toRange(content);
    return { name: heredoc.getName(), text: reader.source.slice(range.start, range.end), range };
  });
}
function readAssignments(node, reader) {
  const keyword = node.getKeyword();
  if (keyword !== "ARG" && keyword !== "ENV" && keyword !== "LABEL") return [];
  return node.getProperties().map((property) => {
    const valueRange = property.getValueRange();
    const value = property.getValue();
    return {
      name: property.getName(),
      nameRange: reader.toRange(property.getNameRange()),
      ...value === null ? {} : { value },
      ...valueRange === null ? {} : { valueRange: reader.toRange(valueRange) }
    };
  });
}
function readBase(from, names3) {
  const image = from.args[0];
  if (!image) return void 0;
  return {
    ...parseImageReference(image.value),
    isLocal: names3.has(image.value.toLowerCase()),
    range: image.range
  };
}
function joinLines(text2, escapeCharacter) {
  let joined = "";
  let isContinued = true;
  for (const line of text2.split(/\r\n|\r|\n/)) {
    if (isContinued && joined !== "" && /^\s*(?:#|$)/.test(line)) continue;
    const trimmed = line.trimEnd();
    const content = trimmed.endsWith(escapeCharacter) ? trimmed.slice(0, -1) : line;
    joined += isContinued ? content : `
${content}`;
    isContinued = content !== line;
  }
  return joined;
}
function lineOffsets(text2) {
  const starts = [0];
  for (const match of text2.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return (line, character) => Math.min(text2.length, (starts[line] ?? text2.length) + character);
}

// rules/dockerfile/application-dev-server.ts
var application_dev_server_default2 = defineRule({
  artifact: "dockerfile",
  title: "image that starts a development server",
  severity: "low",
  confidence: "medium",
  why: "development servers show source, variables and often a console to whoever makes them fail",
  fix: "start the application with its production server, such as gunicorn or `node server.js` of a build",
  references: ["https://flask.palletsprojects.com/en/stable/deploying/", "https://vite.dev/guide/cli"],
  cwe: [489],
  *check({ data, origin }) {
    const last = data.stages.at(-1);
    if (!last) return;
    const start = instructionsOf(data, last).findLast(({ keyword, isOnbuild }) => keyword === "CMD" && !isOnbuild) ?? instructionsOf(data, last).findLast(({ keyword, isOnbuild }) => keyword === "ENTRYPOINT" && !isOnbuild);
    if (!start || /dev|test|debug|local/i.test(origin.path.slice(origin.path.lastIndexOf("/") + 1).replace(/dockerfile/i, "")))
      return;
    const what = devServer(start.args.map(({ value }) => value).join(" "));
    if (what) yield { message: `${start.keyword} starts ${what}`, range: start.range };
  }
});

// rules/dockerfile/base-image-without-digest.ts
var MOST_NAMES2 = 3;
var base_image_without_digest_default = defineRule({
  artifact: "dockerfile",
  title: "base image without a digest",
  severity: "info",
  confidence: "high",
  why: "whoever takes over the registry or the account moves the tag to another image, and the next build runs it",
  fix: "add the digest to the tag, and let Renovate or Dependabot raise it: `FROM alpine:3.22@sha256:...`",
  references: [
    "https://docs.docker.com/build/building/best-practices/#pin-base-image-versions",
    "https://docs.docker.com/dhi/core-concepts/digests/"
  ],
  catalogue: ["VS108"],
  cwe: [1357],
  *check({ data }) {
    const open = data.bases.filter(({ isLocal, tag, digest: digest2 }) => !isLocal && !digest2 && tag && tag !== "latest");
    const [first] = open.filter(({ name, tag }) => !name.includes("$") && !tag.includes("$"));
    if (!first) return;
    const names3 = [...new Set(open.map(({ name, tag }) => `${name}:${tag}`))];
    yield {
      message: `no digest on ${names3.slice(0, MOST_NAMES2).join(", ")}${names3.length > MOST_NAMES2 ? " and others" : ""}`,
      range: first.range,
      paste: `FROM ${first.name}:${first.tag}@sha256:DIGEST`
    };
  }
});

// rules/dockerfile/dev-server.ts
var dev_server_default = defineRule({
  artifact: "dockerfile",
  title: "image that runs a Vault development server",
  severity: "high",
  confidence: "high",
  why: "a development server keeps everything in memory, unsealed, over HTTP, with a known root token",
  fix: "run `vault server -config=/vault/config` with raft storage, TLS and auto-unseal",
  references: ["https://developer.hashicorp.com/vault/docs/concepts/dev-server"],
  catalogue: ["VS110"],
  cwe: [489],
  *check({ data }) {
    const paste = 'CMD ["server", "-config=/vault/config"]';
    for (const { keyword, text: text2, range, assignments } of data.instructions) {
      const variable = assignments.find(
        ({ name }) => /^(?:VAULT|BAO)_DEV_(?:ROOT_TOKEN_ID|LISTEN_ADDRESS)$/.test(name)
      );
      if (keyword === "ENV" && variable)
        yield { message: `${variable.name} is for a development server`, range: variable.nameRange, paste };
      if (!["CMD", "ENTRYPOINT", "RUN"].includes(keyword)) continue;
      if (/\b(?:vault|bao)\b.{0,20}\bserver\b.{0,80}(?<![\w-])-{1,2}dev\b/s.test(text2)) {
        yield { message: `${keyword} starts a development server`, range, paste };
      }
    }
  }
});

// src/analysis/untrusted-source.ts
var CHECKS_OFF = [
  [/(?<!\S)--allow-untrusted(?!\S)/g, "apk takes unsigned packages (--allow-untrusted)"],
  [/\[[^\][\n]*\btrusted=yes\b[^\][\n]*\]/g, "apt trusts a source without its signature (trusted=yes)"],
  [/(?<!\S)--allow-unauthenticated(?!\S)/g, "apt takes unsigned packages (--allow-unauthenticated)"],
  [/(?<!\S)--force-yes(?!\S)/g, "apt takes unsigned packages (--force-yes)"],
  [/\bAllowUnauthenticated[\s=]+"?(?:true|1|yes)\b/gi, "apt takes unsigned packages (AllowUnauthenticated)"],
  [/\bAllowInsecureRepositories[\s=]+"?(?:true|1|yes)\b/gi, "apt takes unsigned sources (AllowInsecureRepositories)"],
  [/(?<!\S)--(?:nogpgcheck|no-gpg-checks)(?!\S)/g, "signatures of packages are not checked (nogpgcheck)"],
  [/\bgpgcheck\s*=\s*0\b/g, "signatures of packages are not checked (gpgcheck=0)"],
  [/(?<!\S)--trusted-host(?=[\s=])/g, "pip does not check the certificate of a host (--trusted-host)"],
  [/\bstrict-ssl(?:\s+|=)false\b/g, "npm does not check certificates (strict-ssl false)"],
  [/\bNODE_TLS_REJECT_UNAUTHORIZED\s*=?\s*["']?0\b/g, "Node checks no certificates (NODE_TLS_REJECT_UNAUTHORIZED)"],
  [
    /\bhttp\.sslverify(?:\s+|=)false\b|\bGIT_SSL_NO_VERIFY\s*=\s*["']?(?:1|true)\b/gi,
    "git checks no certificates (sslVerify)"
  ],
  [/\bwget\b[^\n;&|]*\s--no-check-certificate(?!\S)/g, "wget checks no certificate (--no-check-certificate)"],
  [/\bcurl\b[^\n;&|]*\s(?:--insecure|-[a-zA-Z]*k[a-zA-Z]*)(?=\s)/g, "curl checks no certificate (--insecure)"],
  [/\bGOFLAGS=["']?-insecure|\bGOINSECURE=|\bGOSUMDB=off\b/g, "Go checks no sums of modules"]
];
var EXTRA_INDEX = /(?<!\S)--extra-index-url(?=[\s=])|\bPIP_EXTRA_INDEX_URL\b/g;
var PIPED = /\b(?:curl|wget)\b[^|;&]{0,400}\|\s*(?:sudo\s+(?:-\w+\s+)*)?(?:env\s+(?:\w+=\S*\s+)*)?(?:\/(?:usr\/)?bin\/)?(?:ba|z|da|k)?sh\b(?!\w)|\b(?:ba|z|da|k)?sh\s+(?:-\w+\s+)*["']?(?:<\(|\$\()\s*(?:curl|wget)\b|\b(?:curl|wget)\b[^|;&]{0,400}\|\s*(?:sudo\s+)?(?:python3?|perl|ruby|node|php)\b(?!\s+-\w)/g;
function checksOff(text2) {
  return CHECKS_OFF.flatMap(([pattern, what]) => places(pattern, text2, what)).sort((a, b) => a.start - b.start);
}
function extraIndexes(text2) {
  return places(EXTRA_INDEX, text2, "pip asks a second index for every package");
}
function pipedDownloads(text2) {
  return places(PIPED, text2, "a download is run as it comes");
}
function places(pattern, text2, what) {
  return [...text2.matchAll(pattern)].map(({ index, 0: all }) => ({ what, start: index, end: index + all.length }));
}

// src/parsers/dockerfile-source.ts
function sourceOf(text2, { range }) {
  return text2.slice(range.start, range.end).replace(/^[^\S\n]*#.*$/gm, (line) => " ".repeat(line.length));
}
function placeIn(instruction, { start, end }) {
  return { start: instruction.range.start + start, end: instruction.range.start + end };
}

// rules/dockerfile/extra-package-index.ts
var extra_package_index_default = defineRule({
  artifact: "dockerfile",
  title: "second package index beside the first",
  severity: "low",
  confidence: "high",
  why: "pip takes the highest version of either index: anybody publishes your private package's name publicly and runs code in the build",
  fix: "use one index that mirrors the public one: `--index-url`, and pin by hash with `--require-hashes`",
  references: ["https://pip.pypa.io/en/stable/cli/pip_install/#cmdoption-extra-index-url"],
  cwe: [427],
  *check({ data, text: text2 }) {
    for (const instruction of data.instructions) {
      if (!["RUN", "ENV", "ARG"].includes(instruction.keyword)) continue;
      for (const place of extraIndexes(sourceOf(text2, instruction)))
        yield {
          message: place.what,
          range: placeIn(instruction, place),
          paste: "RUN pip install --index-url https://INDEX/simple --require-hashes -r requirements.txt"
        };
    }
  }
});

// rules/dockerfile/no-healthcheck.ts
function usesVault({ keyword, text: text2, assignments }) {
  if (assignments.some(
    ({ name }) => /^(?:VAULT|BAO)_(?:ADDR|AGENT_ADDR|PROXY_ADDR|TOKEN|ROLE_ID|SECRET_ID|CACERT|NAMESPACE)$/.test(name)
  ))
    return true;
  if (/\/(?:run|vault)\/secrets\b/.test(text2) && keyword !== "RUN") return true;
  return /^(?:CMD|ENTRYPOINT)$/.test(keyword) && /\b(?:vault|bao)\b["',\s]+(?:agent|kv|read|login)\b/.test(text2);
}
var no_healthcheck_default = defineRule({
  artifact: "dockerfile",
  title: "image that uses Vault without a health check",
  severity: "info",
  confidence: "medium",
  why: 'when a lease ends or Vault is sealed the container stays "running" without its secrets, and nothing replaces it',
  fix: "add a HEALTHCHECK that fails when the secrets are gone; Kubernetes ignores it and wants probes instead",
  references: ["https://docs.docker.com/reference/dockerfile/#healthcheck"],
  catalogue: ["VS115"],
  cwe: [693],
  *check({ data }) {
    const last = data.stages.at(-1);
    if (!last) return;
    const instructions = instructionsOf(data, last).filter(({ isOnbuild }) => !isOnbuild);
    const check = instructions.findLast(({ keyword }) => keyword === "HEALTHCHECK");
    const start = instructions.findLast(({ keyword }) => keyword === "CMD" || keyword === "ENTRYPOINT");
    const paste = 'HEALTHCHECK --interval=30s --timeout=3s CMD ["/app", "health"]';
    const isOff2 = check !== void 0 && /^\s*NONE\s*$/i.test(check.text);
    if (!start || check && !isOff2 || !instructions.some(usesVault)) return;
    yield {
      message: isOff2 ? "the health check is switched off" : "nothing notices when the secrets are lost",
      range: (check ?? start).range,
      paste
    };
  }
});

// rules/dockerfile/package-check-off.ts
var package_check_off_default = defineRule({
  artifact: "dockerfile",
  title: "package installed without checking where it is from",
  severity: "medium",
  confidence: "high",
  why: "whoever sits between the build and the server puts other software into the image",
  fix: "add the key of the repository or the CA to the image, and take the option out",
  references: ["https://wiki.debian.org/SecureApt", "https://pip.pypa.io/en/stable/cli/pip/#cmdoption-trusted-host"],
  cwe: [347, 295],
  *check({ data, text: text2 }) {
    for (const instruction of data.instructions) {
      const { keyword, args, range, flags } = instruction;
      if (keyword === "ADD") {
        const plain = args.find(({ value }) => /^["']?http:\/\//.test(value));
        const isChecked = flags.some(({ name }) => name === "checksum");
        if (plain && !isChecked)
          yield {
            message: "ADD fetches over plain HTTP",
            range: plain.range,
            paste: "ADD --checksum=sha256:SUM https://HOST/FILE /tmp/"
          };
      }
      if (keyword === "ENV" || keyword === "ARG") {
        const [place] = checksOff(text2.slice(range.start, range.end));
        if (place) yield { message: place.what, range };
      }
      if (keyword !== "RUN") continue;
      for (const place of checksOff(sourceOf(text2, instruction)))
        yield { message: place.what, range: placeIn(instruction, place) };
    }
  }
});

// rules/dockerfile/registry-not-allowed.ts
function isStage({ stages }, from) {
  return /^\d+$/.test(from) || stages.some(({ alias }) => alias?.toLowerCase() === from.toLowerCase());
}
var registry_not_allowed_default2 = defineRule({
  artifact: "dockerfile",
  title: "image from a registry that is not allowed",
  severity: "medium",
  confidence: "high",
  why: "an image from anywhere can hold anything, and it runs beside your secrets",
  fix: "take the image from a registry that `registries` of .vaultcheck.yml lists, or add its registry there",
  references: ["https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image"],
  catalogue: ["VS109"],
  cwe: [829],
  *check({ data, options }) {
    if (options.registries.length === 0) return;
    for (const { name, isLocal, range } of data.bases) {
      if (isLocal || name.includes("$") || isFromRegistry(name, options.registries)) continue;
      yield { message: `image ${name} is from none of the registries that are allowed`, range };
    }
    for (const { keyword, flags } of data.instructions) {
      const from = keyword === "COPY" || keyword === "ADD" ? flags.find(({ name: name2 }) => name2 === "from") : void 0;
      if (!from || isStage(data, from.value)) continue;
      const { name } = parseImageReference(from.value);
      if (name.includes("$") || isFromRegistry(name, options.registries)) continue;
      yield { message: `image ${name} is from none of the registries that are allowed`, range: from.range };
    }
  }
});

// rules/dockerfile/root-user.ts
var RUNS_AS_ROOT = /^(?:library\/)?(?:alpine|amazoncorretto|amazonlinux|archlinux|busybox|bun|centos|clojure|debian|eclipse-temurin|erlang|elixir|fedora|golang|gradle|haskell|httpd|ibmjava|julia|maven|mono|nginx|node|openjdk|perl|php|pypy|python|r-base|rockylinux|almalinux|ruby|rust|sapmachine|swift|tomcat|ubuntu)$|^(?:oven\/bun|denoland\/deno|mcr\.microsoft\.com\/dotnet\/[\w/-]+)$/;
function rootOf({ stages }, stage) {
  return stage.parent === void 0 ? stage.base : rootOf({ stages }, stages[stage.parent]);
}
var root_user_default = defineRule({
  artifact: "dockerfile",
  title: "container that runs as root",
  severity: "low",
  confidence: "medium",
  why: "who breaks into the process reads every file of the container, the secrets of all its parts too, and has the best start for breaking out",
  fix: "create a user and switch to it after the last command that needs root",
  references: ["https://docs.docker.com/build/building/best-practices/#user"],
  catalogue: ["VS114"],
  cwe: [250],
  *check({ data }) {
    const last = data.stages.at(-1);
    if (!last) return;
    const instructions = instructionsOf(data, last).filter(({ isOnbuild }) => !isOnbuild);
    const start = instructions.findLast(({ keyword }) => keyword === "CMD" || keyword === "ENTRYPOINT");
    if (!start || /gosu|su-exec|setpriv|\bs6-|tini -- *sudo/.test(instructions.map(({ text: text2 }) => text2).join("\n")))
      return;
    const user = instructions.findLast(({ keyword }) => keyword === "USER");
    const paste = "USER 10001:10001";
    if (user) {
      if (/^["']?(?:root|0)(?::|["']?$)/.test(user.text.trim()))
        yield { message: "the last USER is root", range: user.range, paste };
      return;
    }
    const base = rootOf(data, last);
    if (RUNS_AS_ROOT.test(base.name.replace(/^docker\.io\//, "")) && !/nonroot|rootless/.test(base.tag ?? ""))
      yield { message: `no USER, and ${base.name} runs as root`, range: start.range, paste };
  }
});

// rules/dockerfile/script-from-network.ts
var script_from_network_default = defineRule({
  artifact: "dockerfile",
  title: "download that a shell runs as it comes",
  severity: "low",
  confidence: "high",
  why: "whoever owns the server, the name or the wire runs commands in your build, with its secrets, and in every container made of it",
  fix: "take the package of the distribution, or fetch a fixed version, check its sum, and then run it",
  references: ["https://docs.docker.com/reference/dockerfile/#add---checksum"],
  cwe: [494],
  *check({ data, text: text2 }) {
    for (const instruction of data.instructions) {
      if (instruction.keyword !== "RUN") continue;
      const source = sourceOf(text2, instruction);
      for (const place of pipedDownloads(source)) {
        const isPlain2 = /\bhttp:\/\//.test(source.slice(place.start, place.end));
        yield {
          message: isPlain2 ? "a download over plain HTTP is run as it comes" : "a download is run as it comes",
          range: placeIn(instruction, place),
          paste: "ADD --checksum=sha256:SUM https://HOST/install.sh /tmp/install.sh",
          ...isPlain2 ? { severity: "high" } : {}
        };
      }
    }
  }
});

// src/analysis/secret-path.ts
var SECRET_FILE = /(?:^|\/)(?:\.env(?:\.[\w-]+)?|[\w-]+\.env|\.vault-token|\.netrc|\.npmrc|\.pypirc|\.pgpass|\.htpasswd|\.git-credentials|id_(?:rsa|dsa|ecdsa|ed25519)|[\w.-]*\.(?:p12|pfx|jks|keystore|key)|[\w-]*[-_.]key\.pem|key\.pem|(?:role|secret)[-_]?id|[\w.-]*[-_](?:role|secret)[-_]id|(?:vault|cluster|unseal)[-_]?keys?(?:\.(?:json|txt))?|vault-init\.json|kubeconfig|[\w.-]*\.tfstate(?:\.backup)?)$/i;
var SECRET_FOLDER = /(?:^|\/)\.(?:ssh|aws|gnupg|kube|docker\/config\.json)(?:\/|$)/;
var HARMLESS = /\.(?:example|sample|template|tpl|tmpl|dist|defaults?|pub|test|testing)$|(?:^|[/._-])(?:example|sample|template|dummy)(?:[/._-]|$)/i;
function isSecretPath(path) {
  return (SECRET_FILE.test(path) || SECRET_FOLDER.test(path)) && !HARMLESS.test(path);
}

// rules/dockerfile/secret-file-copied.ts
var secret_file_copied_default = defineRule({
  artifact: "dockerfile",
  title: "secret file copied into the image",
  severity: "high",
  confidence: "high",
  why: "the file stays in its layer, also when a later one deletes it: whoever pulls the image has it",
  fix: "mount it for one command (`RUN --mount=type=secret,id=NAME`) or at run time, and name it in .dockerignore",
  references: ["https://docs.docker.com/build/building/secrets/"],
  catalogue: ["VS103", "VS104"],
  cwe: [538],
  *check({ data }) {
    const hidden = new Set(data.stages.filter(({ isFinal }) => !isFinal).flatMap(({ instructions }) => instructions));
    for (const instruction of data.instructions) {
      const { keyword, args, flags } = instruction;
      if (keyword !== "COPY" && keyword !== "ADD") continue;
      if (flags.some((flag) => flag.name === "from")) continue;
      for (const { value, range } of args.slice(0, -1)) {
        const name = value.replace(/^["'[]+|["',\]]+$/g, "");
        if (!isSecretPath(name)) continue;
        const file = name.split("/").at(-1);
        const paste = `RUN --mount=type=secret,id=${file.replace(/^\.+/, "")},target=/run/secrets/${file} COMMAND`;
        if (hidden.has(instruction))
          yield { message: `${name} is copied into a stage of the build`, range, paste, severity: "low" };
        else yield { message: `${name} is copied into the image`, range, paste };
      }
    }
  }
});

// rules/dockerfile/secret-file-deleted.ts
var REMOVAL = /\b(?:rm|shred|unlink)\s+((?:-{1,2}[\w-]+\s+)*[^;&|\n]+)/g;
var WRITE = /(?:>{1,2}|\btee\s+(?:-a\s+)?)\s*["']?([\w./~$-]+)/g;
var nameOf = (path) => path.replace(/["',\]]/g, "").split("/").at(-1) ?? "";
var secret_file_deleted_default = defineRule({
  artifact: "dockerfile",
  title: "secret deleted in a later layer",
  severity: "high",
  confidence: "high",
  why: "the earlier layer still holds the file: whoever pulls the image unpacks that layer and has it",
  fix: "mount the file for the one command that needs it: `RUN --mount=type=secret,id=NAME,target=PATH COMMAND`",
  references: [
    "https://docs.docker.com/build/building/secrets/",
    "https://docs.docker.com/build/building/best-practices/"
  ],
  catalogue: ["VS111"],
  cwe: [538],
  *check({ data, text: text2 }) {
    for (const stage of data.stages) {
      if (!stage.isFinal) continue;
      const laid = /* @__PURE__ */ new Map();
      for (const instruction of stage.instructions) {
        const { keyword, args, flags } = instruction;
        const source = sourceOf(text2, instruction);
        for (const { 0: all, 1: words, index } of keyword === "RUN" ? source.matchAll(REMOVAL) : []) {
          const path = words.split(/\s+/).find((word) => laid.has(nameOf(word)));
          if (path === void 0) continue;
          const name = nameOf(path);
          yield {
            message: `${name} is removed here and stays in the layer of ${laid.get(name)}`,
            range: placeIn(instruction, { start: index, end: index + all.length }),
            paste: `RUN --mount=type=secret,id=${name.replace(/^\.+/, "")},target=${path} COMMAND`
          };
          laid.delete(name);
        }
        if (keyword === "COPY" || keyword === "ADD") {
          if (flags.some(({ name }) => name === "from")) continue;
          for (const { value } of args) if (isSecretPath(value)) laid.set(nameOf(value), keyword);
        }
        if (keyword !== "RUN") continue;
        for (const [, path] of source.matchAll(WRITE)) {
          const isGone = [...source.matchAll(REMOVAL)].some(([, words]) => words.includes(nameOf(path)));
          if (isSecretPath(path) && !isGone) laid.set(nameOf(path), "RUN");
        }
      }
    }
  }
});

// rules/dockerfile/secret-in-arg.ts
var secret_in_arg_default = defineRule({
  artifact: "dockerfile",
  title: "secret passed as a build argument",
  severity: "high",
  confidence: "high",
  why: "build arguments stay in the image history: whoever pulls the image reads them with `docker history`",
  fix: "mount it for one command: `RUN --mount=type=secret,id=NAME,env=NAME COMMAND`",
  references: ["https://docs.docker.com/build/building/secrets/"],
  catalogue: ["VS101"],
  cwe: [526, 538],
  *check({ data }) {
    for (const instruction of data.instructions) {
      if (instruction.keyword !== "ARG") continue;
      for (const { name, nameRange, valueRange } of instruction.assignments) {
        if (!isSecretName(name)) continue;
        const paste = `RUN --mount=type=secret,id=${name.toLowerCase().replaceAll("_", "-")},env=${name} COMMAND`;
        const secret = valueRange ? { secret: valueRange } : {};
        yield { message: `build argument ${name} looks like a secret`, range: nameRange, ...secret, paste };
      }
    }
  }
});

// rules/dockerfile/secret-in-command.ts
var COMMANDS = /* @__PURE__ */ new Set(["RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"]);
var SHORTEST2 = 6;
var ASSIGNMENT2 = /(?<![\w$}./-])(?:--)?([A-Za-z_][\w.-]{0,80})(?:=|(?<=--[\w.-]+)[^\S\n]+)(\\?"[^"\n]{1,400}?\\?"|'[^'\n]{1,400}'|[^\s"'`;&|()<>,\]-][^\s"'`;&|()<>,\]\\]{0,400})/g;
var idOf = (name) => name.toLowerCase().replaceAll(/[_.]/g, "-");
function* judgeLabels({ assignments }) {
  for (const { name, value, nameRange, valueRange } of assignments) {
    if (!isSecretName(name) || !isLiteral(value) || !isRealValue(value) || !valueRange) continue;
    yield { message: `LABEL holds a value for ${name}`, range: nameRange, secret: valueRange };
  }
}
var secret_in_command_default2 = defineRule({
  artifact: "dockerfile",
  title: "secret written into an instruction",
  severity: "high",
  confidence: "medium",
  why: "the value is in the history or the configuration of the image: whoever pulls it reads it with `docker history --no-trunc`",
  fix: "mount the secret for the one command that needs it: `RUN --mount=type=secret,id=NAME,env=NAME COMMAND`",
  references: ["https://docs.docker.com/build/building/secrets/"],
  catalogue: ["VS102"],
  cwe: [798, 538],
  *check({ data, text: text2 }) {
    for (const instruction of data.instructions) {
      if (instruction.keyword === "LABEL") yield* judgeLabels(instruction);
      if (!COMMANDS.has(instruction.keyword)) continue;
      const source = sourceOf(text2, instruction);
      for (const { 0: all, 1: name, 2: written, index } of source.matchAll(ASSIGNMENT2)) {
        const value = written.replace(/^\\?(["'])(.*?)\\?\1$/, "$2");
        if (!isSecretName(name) || !isRealValue(value) || value.length < SHORTEST2) continue;
        const start = index + all.length - written.length;
        const secret = placeIn(instruction, { start, end: index + all.length });
        yield {
          message: `${instruction.keyword} holds a value for ${name}`,
          range: placeIn(instruction, { start: index, end: index + all.length }),
          secret,
          paste: `RUN --mount=type=secret,id=${idOf(name)},env=${name.toUpperCase().replaceAll(/[.-]/g, "_")} COMMAND`
        };
      }
    }
  }
});

// rules/dockerfile/secret-in-env.ts
var secret_in_env_default = defineRule({
  artifact: "dockerfile",
  title: "secret set by ENV",
  severity: "high",
  confidence: "high",
  why: "the value is in the configuration of the image: whoever pulls it reads it with `docker inspect`",
  fix: "leave it out of the image, and let the container get it at run time from Vault Agent or a mounted file",
  references: ["https://docs.docker.com/build/building/secrets/"],
  catalogue: ["VS101", "VS102"],
  cwe: [526, 798],
  *check({ data }) {
    for (const instruction of data.instructions) {
      if (instruction.keyword !== "ENV") continue;
      for (const { name, value, nameRange, valueRange } of instruction.assignments) {
        if (!isSecretName(name) || !isLiteral(value) || !valueRange) continue;
        yield {
          message: `environment variable ${name} holds a secret`,
          range: nameRange,
          secret: valueRange,
          paste: `ENV ${name}_FILE=/run/secrets/${name.toLowerCase()}`
        };
      }
    }
  }
});

// rules/dockerfile/secret-mount-kept.ts
var COPIES = /(?<![\w-])(?:cp|mv|install|ln)\s+(?:-\w+\s+)*(\S+)\s+([^\s;&|]+)/g;
var WRITES = /(?:(?<![0-9&])>{1,2}|\btee\s+(?:-a\s+)?)\s*(?!&|\/dev\/)["']?([\w./~${}-]+)/;
function* leaks(source, secrets) {
  const files2 = secrets.map(({ id, target, env: env2 }) => target ?? (env2 ? void 0 : `/run/secrets/${id}`));
  const isSecretFile = (word) => files2.some((file) => file !== void 0 && word.replace(/["']/g, "") === file);
  for (const { 0: all, 1: from, 2: target, index } of source.matchAll(COPIES))
    if (isSecretFile(from)) yield { start: index, end: index + all.length, target: target.replace(/["']/g, "") };
  const variables2 = secrets.flatMap(({ env: env2 }) => env2 ?? []);
  for (const [, name, file] of source.matchAll(/\b(\w+)=["']?(?:\$\(\s*cat\s+|`cat\s+|\$\(<\s*)(\/[\w./-]+)/g))
    if (isSecretFile(file)) variables2.push(name);
  for (const { 0: all, index } of source.matchAll(/[^;&|\n]+(?:\|(?!\|)[^;&|\n]+)*/g)) {
    if (!shows(all, isSecretFile, variables2)) continue;
    const start = index + all.length - all.trimStart().length;
    const [, target] = WRITES.exec(all) ?? [];
    if (target !== void 0) yield { start, end: index + all.trimEnd().length, target };
    else if (!/[|>]/.test(all) && !/\$\(|`|<\(/.test(all)) yield { start, end: index + all.trimEnd().length };
  }
}
function shows(command, isSecretFile, variables2) {
  const words = command.trim().split(/\s+/);
  const at = words.findIndex(
    (word) => /^(?:cat|echo|printf|envsubst|base64|head|tail|printenv)$/.test(word.replace(/^\(?(?:.*\/)?/, ""))
  );
  if (at === -1) return false;
  const rest = words.slice(at + 1).map((word) => word.replace(/[)"'`;]+$/, "").replace(/^["']/, ""));
  if (words[at].endsWith("printenv")) return rest.some((word) => variables2.includes(word));
  return rest.some(
    (word) => isSecretFile(word) || variables2.some((name) => new RegExp(`\\$\\{?${name}\\b`).test(word))
  );
}
function isForgotten(target, mounts, source) {
  if (/^\/(?:dev|run|proc|sys)\//.test(target) || mounts.some((mount) => target.startsWith(mount))) return true;
  const name = target.split("/").at(-1);
  return new RegExp(`\\b(?:rm|shred|unlink)\\b[^;&|\\n]*${name.replace(/[^\w]/g, "\\$&")}(?:[\\s"';&]|$)`).test(source);
}
var secret_mount_kept_default = defineRule({
  artifact: "dockerfile",
  title: "mounted secret written into a layer",
  severity: "high",
  confidence: "high",
  why: "the mount is gone after the command, what was copied from it stays in the layer for everyone who pulls the image",
  fix: "use the secret in the same command, by its file or its variable, and write it nowhere outside of /run, /dev/shm and further mounts",
  references: ["https://docs.docker.com/build/building/secrets/"],
  catalogue: ["VS112"],
  cwe: [538],
  *check({ data, text: text2 }) {
    for (const instruction of data.instructions) {
      const secrets = instruction.mounts.filter(({ type }) => type === "secret");
      if (secrets.length === 0) continue;
      const kept = instruction.mounts.flatMap(({ options }) => options.target ?? []);
      const source = sourceOf(text2, instruction);
      for (const { start, end, target } of leaks(
        source,
        secrets.map(({ options }) => options)
      )) {
        if (target !== void 0 && isForgotten(target, kept, source)) continue;
        const [{ options }] = secrets;
        yield {
          message: target === void 0 ? "the secret is printed into the log of the build" : `the secret is written to ${target}`,
          range: placeIn(instruction, { start, end }),
          paste: `RUN --mount=type=secret,id=${options.id ?? "NAME"},${options.env ? `env=${options.env}` : `target=${target ?? "/run/secrets/NAME"}`} COMMAND`
        };
      }
    }
  }
});

// rules/dockerfile/unpinned-base-image.ts
var unpinned_base_image_default = defineRule({
  artifact: "dockerfile",
  title: "base image without a tag, or tagged latest",
  severity: "low",
  confidence: "high",
  why: "the next build may hold other code, also a compromised one, without a change in the repository",
  fix: "name a version and its digest: `FROM alpine:3.22@sha256:...`",
  references: ["https://docs.docker.com/build/building/best-practices/#pin-base-image-versions"],
  catalogue: ["VS108"],
  cwe: [1357],
  *check({ data }) {
    for (const { name, tag, digest: digest2, isLocal, range } of data.bases) {
      if (isLocal || digest2 || name.includes("$")) continue;
      const paste = `FROM ${name}:VERSION@sha256:DIGEST`;
      if (tag === void 0) yield { message: `base image ${name} has no tag`, range, paste };
      else if (tag === "latest") yield { message: `base image ${name} is tagged latest`, range, paste };
    }
  }
});

// rules/dockerfile/vault-address-http.ts
var vault_address_http_default2 = defineRule({
  artifact: "dockerfile",
  title: "Vault spoken to over plain HTTP",
  severity: "high",
  confidence: "high",
  why: "whoever sits on the network reads the token and every secret",
  fix: "use `https://` and set VAULT_CACERT to the file of the CA",
  references: ["https://developer.hashicorp.com/vault/docs/configuration/listener/tcp"],
  catalogue: ["VS106"],
  cwe: [319],
  *check({ data }) {
    for (const instruction of data.instructions) {
      if (instruction.keyword !== "ENV" && instruction.keyword !== "ARG") continue;
      for (const { name, value, nameRange } of instruction.assignments) {
        if (/^(?:VAULT|BAO)_(?:ADDR|AGENT_ADDR|PROXY_ADDR)$/.test(name) && isPlainHttp(value))
          yield {
            message: `${name} is an http:// address`,
            range: nameRange,
            paste: `ENV ${name}=https://VAULT:8200 VAULT_CACERT=/etc/ssl/vault-ca.pem`
          };
      }
    }
  }
});

// rules/dockerfile/vault-cli-installed.ts
var vault_cli_installed_default = defineRule({
  artifact: "dockerfile",
  title: "Vault CLI built into an application image",
  severity: "low",
  confidence: "medium",
  why: "the binary is large, ages with the image, and gives an intruder the tool to read on",
  fix: "let Vault Agent as a sidecar fetch the secrets, and take the CLI out of the image",
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent"],
  catalogue: ["VS105"],
  cwe: [1104],
  *check({ data }) {
    for (const { keyword, text: text2, range, flags } of data.instructions) {
      const isInstalled = keyword === "RUN" && /\b(?:apk add|apt(?:-get)? install|yum install|dnf install)\b[^\n;&|]*\s(?:vault|openbao)(?=[\s=;&|]|$)/.test(
        text2
      );
      const isFetched = (keyword === "RUN" || keyword === "ADD") && /\breleases\.hashicorp\.com\/vault\/|\bgithub\.com\/openbao\/openbao\/releases\/download\//.test(text2);
      const isCopied = keyword === "COPY" && flags.some(({ name, value }) => name === "from" && /(?:^|\/)(?:vault|openbao)(?:[:@]|$)/.test(value)) && /\/(?:vault|bao)\b/.test(text2);
      if (isInstalled || isFetched || isCopied) yield { message: "the Vault CLI is built into the image", range };
    }
  }
});

// rules/dockerfile/vault-skip-verify.ts
var vault_skip_verify_default2 = defineRule({
  artifact: "dockerfile",
  title: "verification of Vault's certificate switched off",
  severity: "high",
  confidence: "high",
  why: "anyone on the network can play Vault and take the login and the secrets",
  fix: "take the variable out, and set VAULT_CACERT to the file of the CA",
  references: ["https://developer.hashicorp.com/vault/docs/commands#vault_skip_verify"],
  catalogue: ["VS107"],
  cwe: [295],
  *check({ data }) {
    for (const instruction of data.instructions) {
      if (instruction.keyword !== "ENV" && instruction.keyword !== "ARG") continue;
      for (const { name, value, nameRange } of instruction.assignments) {
        if (/^(?:VAULT|BAO)_SKIP_VERIFY$/.test(name) && isTruthy(value))
          yield { message: `${name} is on`, range: nameRange, paste: "ENV VAULT_CACERT=/etc/ssl/vault-ca.pem" };
      }
    }
  }
});

// rules/dockerfile/whole-stage-copied.ts
var whole_stage_copied_default = defineRule({
  artifact: "dockerfile",
  title: "whole file system of another stage copied",
  severity: "low",
  confidence: "high",
  why: "keys, tokens and histories that the build left anywhere come along into the image",
  fix: "copy only what runs: `COPY --from=build /out/app /app`",
  references: ["https://docs.docker.com/build/building/multi-stage/"],
  catalogue: ["VS113"],
  cwe: [538],
  *check({ data }) {
    for (const stage of data.stages) {
      for (const { keyword, args, flags, range } of stage.instructions) {
        const from = keyword === "COPY" ? flags.find(({ name }) => name === "from")?.value : void 0;
        if (from === void 0 || args[0]?.value !== "/") continue;
        const index = data.stages.findIndex(
          (other, i) => other.alias?.toLowerCase() === from.toLowerCase() || String(i) === from
        );
        const source = data.stages[index];
        if (!source) continue;
        const isSecret2 = instructionsOf(data, source).some(
          (one) => one.keyword === "ARG" && one.assignments.some(({ name }) => isSecretName(name)) || /^(?:COPY|ADD)$/.test(one.keyword) && one.args.some(({ value }) => isSecretPath(value))
        );
        yield {
          message: isSecret2 ? `stage ${from}, which was given a secret, is copied whole` : `stage ${from} is copied whole`,
          range,
          paste: `COPY --from=${from} /out/app /app`,
          ...isSecret2 ? { severity: "high" } : {}
        };
      }
    }
  }
});

// rules/secrets/committed-secret-file.ts
var SECRET_FILE2 = /^(?:\.vault-token|(?:vault|cluster|unseal)[-_]keys?\.(?:json|txt)|.+\.(?:p12|pfx|jks|keystore|keytab|kdbx))$/i;
var committed_secret_file_default = defineRule({
  artifact: "file",
  title: "file that holds a secret by its name",
  severity: "high",
  confidence: "medium",
  why: "tokens, unseal keys and key stores lie in files of this name",
  fix: "delete it and its history, revoke what it held, and name it in .gitignore and .dockerignore",
  references: ["https://developer.hashicorp.com/vault/docs/commands/token-helper"],
  catalogue: ["VS104", "VS706"],
  cwe: [538],
  *check({ data: { name, sizeBytes } }) {
    if (sizeBytes > 0 && SECRET_FILE2.test(name))
      yield { message: `${name} holds a secret`, range: { start: 0, end: 0 } };
  }
});

// rules/secrets/vault-raft-snapshot.ts
var vault_raft_snapshot_default = defineRule({
  artifact: "file",
  title: "raft snapshot of Vault in the repository",
  severity: "critical",
  confidence: "medium",
  why: "it is the whole storage of Vault: with the unseal keys, or the KMS key, it can be opened elsewhere",
  fix: "delete it and its history, keep snapshots in a guarded store, and rekey if keys lay beside it",
  references: ["https://developer.hashicorp.com/vault/docs/commands/operator/raft#snapshot-save"],
  catalogue: ["VS706"],
  cwe: [530],
  *check({ data: { name, head } }) {
    const isGzip = head[0] === 31 && head[1] === 139;
    if (isGzip && /\.snap(?:shot)?(?:\.gz)?$/i.test(name))
      yield { message: "raft snapshot", range: { start: 0, end: 0 } };
  }
});

// src/parsers/stanza.ts
var LABELLED = /* @__PURE__ */ new Set([
  "listener",
  "storage",
  "backend",
  "ha_storage",
  "ha_backend",
  "seal",
  "hsm",
  "service_registration",
  "method",
  "sink",
  "persist",
  "env_template",
  "audit"
]);
var DEEPEST = 12;
function readStanzas(body) {
  const root = { type: "", nameRange: startOf(body.range), range: body.range, settings: [], stanzas: [] };
  fill(root, body, 0);
  return root;
}
function stanzasOf(parent, ...types) {
  return parent?.stanzas.filter(({ type }) => types.includes(type.toLowerCase())) ?? [];
}
function stanzaOf(parent, ...types) {
  return stanzasOf(parent, ...types).at(-1);
}
function settingOf(parent, name) {
  return parent?.settings.findLast((setting) => setting.name.toLowerCase() === name);
}
function textOf(parent, name) {
  return settingOf(parent, name)?.value;
}
function labelOf(stanza) {
  return stanza.label?.toLowerCase() ?? "";
}
function isOn2(setting) {
  return setting !== void 0 && /^(?:1|t|true)$/i.test(setting.value ?? "");
}
function isOff(setting) {
  return setting !== void 0 && /^(?:0|f|false)$/i.test(setting.value ?? "");
}
var SECONDS = { ms: 1e-3, s: 1, m: 60, h: 3600, d: 86400 };
function secondsOf(setting) {
  const value = setting?.value?.trim();
  if (value === void 0) return void 0;
  if (/^\d+$/.test(value)) return Number(value);
  if (!/^(?:\d+(?:\.\d+)?(?:ms|[smhd]))+$/.test(value)) return void 0;
  let seconds = 0;
  for (const [, count, unit] of value.matchAll(/([\d.]+)(ms|[smhd])/g)) seconds += Number(count) * SECONDS[unit];
  return seconds;
}
function modeOf(setting) {
  const value = setting?.value?.trim();
  if (value === void 0 || !/^(?:0o)?\d{1,5}$/.test(value)) return void 0;
  const isOctal = !setting?.isBare || value.startsWith("0");
  return Number.parseInt(value.replace(/^0o/, ""), isOctal ? 8 : 10);
}
function* repeatedSettings(stanza) {
  const seen = /* @__PURE__ */ new Set();
  for (const setting of stanza.settings) {
    if (seen.has(setting.name)) yield setting;
    seen.add(setting.name);
  }
  for (const inner of stanza.stanzas) yield* repeatedSettings(inner);
}
function fill(stanza, body, depth) {
  for (const item of body.items) {
    if (item.keys.length > 0) read(stanza, item, depth);
  }
}
function read(parent, item, depth) {
  const { value } = item;
  if (value.type === "literal" || value.type === "list" && !value.items.some(({ type }) => type === "object")) {
    parent.settings.push(readSetting(item, value));
    return;
  }
  if (depth + item.keys.length > DEEPEST) return;
  const steps = stepsOf(item);
  const last = steps.pop();
  let at = parent;
  for (const step of steps) at = enter(at, step, item.range);
  for (const object of value.type === "list" ? value.items : [value]) {
    if (object.type !== "object") continue;
    const stanza = newStanza(last, value.type === "list" ? object.range : item.range);
    fill(stanza, object, depth + item.keys.length);
    const type = textOf(stanza, "type");
    at.stanzas.push(...spread(type === void 0 ? stanza : { label: type, ...stanza }));
  }
}
function stepsOf({ keys, isAssigned }) {
  const steps = [];
  for (let i = 0; i < keys.length; i++) {
    const key2 = keys[i];
    const takesLabel = LABELLED.has(key2.value.toLowerCase()) || !isAssigned;
    const label = takesLabel ? keys[i + 1]?.value : void 0;
    if (label !== void 0) i++;
    steps.push({ key: key2, label });
    if (!isAssigned) break;
  }
  return steps;
}
function enter(parent, step, range) {
  const open = parent.stanzas.at(-1);
  if (open?.nameRange.start === step.key.range.start && open.label === step.label) return open;
  const stanza = newStanza(step, range);
  parent.stanzas.push(stanza);
  return stanza;
}
function newStanza({ key: key2, label }, range) {
  const stanza = { type: key2.value, nameRange: key2.range, range, settings: [], stanzas: [] };
  return label === void 0 ? stanza : { ...stanza, label };
}
function spread(stanza) {
  const isNested = LABELLED.has(stanza.type.toLowerCase()) && stanza.label === void 0 && stanza.settings.length === 0 && stanza.stanzas.length > 0 && stanza.stanzas.every(({ label, type }) => label === void 0 && type !== "config");
  if (!isNested) return [stanza];
  return stanza.stanzas.map((inner) => ({ ...inner, type: stanza.type, label: inner.type }));
}
function readSetting(item, value) {
  const { value: name, range: nameRange } = item.keys.at(-1);
  const literals = (value.type === "list" ? value.items : [value]).filter((one) => one.type === "literal");
  const setting = { name, nameRange, items: literals.map((one) => ({ value: valueText(one), range: contentOf(one) })) };
  if (value.type !== "literal") return { ...setting, isBare: false, range: value.range };
  const isBare = value.kind === "number" || value.kind === "bool";
  return { ...setting, value: valueText(value), isBare, range: contentOf(value) };
}
function valueText(literal) {
  return literal.kind === "number" ? literal.text : String(literal.value);
}
function contentOf({ kind, text: text2, value, range }) {
  if (kind === "string" && text2.length >= 2) return { start: range.start + 1, end: range.end - 1 };
  if (kind !== "heredoc") return range;
  const start = text2.indexOf("\n") + 1;
  if (!text2.startsWith(String(value), start)) return range;
  return { start: range.start + start, end: range.start + start + String(value).length };
}
function startOf({ start }) {
  return { start, end: start };
}

// src/parsers/hcl-ast.ts
var MOST_LEVELS = 200;

// src/parsers/hcl-tokens.ts
var PUNCTUATION = /* @__PURE__ */ new Set(["[", "]", "{", "}", ",", "=", "+"]);
var IDENTIFIER = /[A-Za-z_\u0080-\uffff][\w.\u0080-\uffff-]*/y;
var UNICODE_IDENTIFIER = /[A-Za-z_\p{L}][\w.\-\p{L}\p{Nd}]*/uy;
var HEREDOC_ANCHOR = /-?[A-Za-z_0-9\p{L}\p{Nd}]*(?:\r(?=\n))?/uy;
var DIGITS = /[0-9]*/y;
var HEX_DIGITS = /[0-9a-fA-F]*/y;
var HclScanner = class {
  #source;
  #text;
  #at = 0;
  constructor(source) {
    this.#source = source;
    this.#text = source.text;
    const nul = this.#text.indexOf("\0");
    if (nul !== -1) source.report("NUL character (byte 0x00), which no policy or configuration may hold", nul);
    const reserved = this.#text.indexOf("\uE123");
    if (reserved !== -1) source.report("character U+E123, which is reserved", reserved);
  }
  /** The next token; `end` for ever after the last. */
  next() {
    this.#skipSpace();
    const start = this.#at;
    if (start >= this.#text.length) return { type: "end", start, end: start };
    const type = this.#scan(start);
    return { type, start, end: this.#at };
  }
  #skipSpace() {
    const text2 = this.#text;
    for (; ; ) {
      const char = text2.charCodeAt(this.#at);
      if (char === 32 || char === 10 || char === 9 || char === 13) this.#at++;
      else if (char === 35) this.#skipLine();
      else if (char !== 47) return;
      else if (text2[this.#at + 1] === "/") this.#skipLine();
      else if (text2[this.#at + 1] === "*") this.#skipBlock();
      else return;
    }
  }
  #skipLine() {
    const end = this.#text.indexOf("\n", this.#at);
    this.#at = end === -1 ? this.#text.length : end;
  }
  #skipBlock() {
    const end = this.#text.indexOf("*/", this.#at + 2);
    if (end === -1) this.#source.report("comment that is not closed, expected */", this.#at);
    this.#at = end === -1 ? this.#text.length : end + 2;
  }
  #scan(start) {
    const char = this.#text[start];
    if (PUNCTUATION.has(char)) {
      this.#at++;
      return char;
    }
    if (char === '"') return this.#scanString(start);
    if (isDigit(char)) return this.#scanNumber(start);
    if (char === "<") return this.#scanHeredoc(start);
    if (char === "-") {
      this.#at++;
      return isDigit(this.#text[start + 1]) ? this.#scanNumber(start + 1) : "-";
    }
    if (char === ".") return this.#scanPoint(start);
    return this.#scanIdentifier(start);
  }
  #scanIdentifier(start) {
    IDENTIFIER.lastIndex = start;
    let word = IDENTIFIER.exec(this.#text)?.[0];
    if (word !== void 0 && /[^\x00-\x7f]/.test(word)) {
      UNICODE_IDENTIFIER.lastIndex = start;
      word = UNICODE_IDENTIFIER.exec(this.#text)?.[0];
    }
    if (word !== void 0) {
      this.#at = start + word.length;
      return word === "true" || word === "false" ? "bool" : "identifier";
    }
    const char = String.fromCodePoint(this.#text.codePointAt(start));
    this.#at = start + char.length;
    if (char === "\0" || char === "\uE123") return "illegal";
    this.#source.report(illegalMessage(char, start), start);
    return "illegal";
  }
  #scanPoint(start) {
    const end = this.#run(DIGITS, start + 1);
    this.#at = end;
    if (end === start + 1) return ".";
    if (isExponent(this.#text[end])) this.#at++;
    return "float";
  }
  /** `start` is at the first digit; the sign is before it. */
  #scanNumber(start) {
    const text2 = this.#text;
    const isZero = text2[start] === "0";
    if (isZero && (text2[start + 1] === "x" || text2[start + 1] === "X")) {
      this.#at = this.#run(HEX_DIGITS, start + 2);
      if (this.#at === start + 2) this.#source.report("hexadecimal number without digits", start);
      return "number";
    }
    let end = this.#run(DIGITS, start);
    let isFloat2 = false;
    const whole = text2.slice(start, end);
    if (text2[end] === ".") {
      isFloat2 = true;
      end = this.#run(DIGITS, end + 1);
    }
    if (isExponent(text2[end])) {
      isFloat2 = true;
      end = this.#endOfExponent(end + 1);
    }
    this.#at = end;
    if (!isFloat2 && isZero && /[89]/.test(whole.slice(2))) this.#source.report("octal number with 8 or 9", start);
    return isFloat2 ? "float" : "number";
  }
  /** HCL 1 takes whatever stands where the digits of an exponent should be. */
  #endOfExponent(start) {
    const sign = this.#text[start];
    const digits = sign === "-" || sign === "+" ? start + 1 : start;
    const end = this.#run(DIGITS, digits);
    if (end !== digits || end >= this.#text.length) return end;
    return end + String.fromCodePoint(this.#text.codePointAt(end)).length;
  }
  #scanString(start) {
    const text2 = this.#text;
    let braces = 0;
    for (let at = start + 1; at < text2.length; at++) {
      const char = text2[at];
      if (char === "\n" && braces === 0) {
        this.#at = at;
        this.#source.report('string that is not closed, expected " on the same line', start);
        return "string";
      }
      if (char === '"' && braces === 0) {
        this.#at = at + 1;
        return "string";
      }
      if (braces === 0 && char === "$" && text2[at + 1] === "{") {
        braces++;
        at++;
      } else if (braces > 0 && char === "{") braces++;
      else if (braces > 0 && char === "}") braces--;
      else if (char === "\\") at = this.#endOfEscape(at);
    }
    this.#at = text2.length;
    this.#source.report(`string that is not closed, expected ${braces > 0 ? "} and " : ""}"`, start);
    return "string";
  }
  /** Offset of the last character of an escape sequence. */
  #endOfEscape(start) {
    const found = ESCAPE.exec(this.#text.slice(start + 1, start + 10));
    if (found) return start + found[0].length;
    this.#source.report(
      'escape that HCL does not know; expected \\n, \\t, \\r, \\", \\\\, \\a, \\b, \\f, \\v, \\xHH, \\uHHHH, \\UHHHHHHHH or three octal digits',
      start
    );
    return start;
  }
  #scanHeredoc(start) {
    const text2 = this.#text;
    if (text2[start + 1] !== "<") {
      this.#at = start + 1;
      this.#source.report("single <, expected << of a heredoc", start);
      return "heredoc";
    }
    const anchorEnd = this.#run(HEREDOC_ANCHOR, start + 2);
    const anchor = text2.slice(start + 2, anchorEnd);
    const word = anchor.startsWith("-") ? anchor.slice(1) : anchor;
    this.#at = anchorEnd;
    if (text2[anchorEnd] !== "\n" || word === "") {
      this.#source.report("heredoc without a word, expected <<WORD at the end of the line", start);
      return "heredoc";
    }
    let lineStart = anchorEnd + 1;
    for (; ; ) {
      const lineEnd = text2.indexOf("\n", lineStart);
      if (lineEnd === -1) break;
      if (closesHeredoc(text2.slice(lineStart, lineEnd), word, anchor)) {
        this.#at = lineEnd + 1;
        return "heredoc";
      }
      lineStart = lineEnd + 1;
    }
    this.#at = text2.length;
    this.#source.report(`heredoc that is not closed, expected a line ${unclosedHint(word, anchor)}`, start);
    return "heredoc";
  }
  #run(pattern, start) {
    pattern.lastIndex = start;
    return start + (pattern.exec(this.#text)?.[0].length ?? 0);
  }
};
var ESCAPE = /^(?:[abfnrtv\\"]|[0-7]{3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/;
function closesHeredoc(line, word, anchor) {
  const content = line.replace(/^[\t\v\f\r ]+/, "");
  if (!content.startsWith(word) || !/^\r*$/.test(content.slice(word.length))) return false;
  return line.length >= anchor.length;
}
function unclosedHint(word, anchor) {
  return anchor.startsWith("-") ? `with ${word} after at least one space` : `that is ${word} alone, ended by a newline`;
}
function illegalMessage(char, at) {
  if (char === "\uFEFF" && at === 0) return "byte-order mark at the start, which Vault does not take; save without it";
  const code = char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
  const shown = /^[\x21-\x7e]$/.test(char) ? `character ${char}` : `character U+${code}`;
  if (char === "/") return "single /, expected // or /* of a comment";
  return `${shown}, expected a key, a value or one of { } [ ] = ,`;
}
function isDigit(char) {
  return char !== void 0 && char >= "0" && char <= "9";
}
function isExponent(char) {
  return char === "e" || char === "E";
}

// src/parsers/hcl-values.ts
var SIMPLE_ESCAPES = {
  a: 7,
  b: 8,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
  v: 11,
  "\\": 92,
  '"': 34
};
var HEX_ESCAPES = { x: 2, u: 4, U: 8 };
var HIGHEST_CODE_POINT = 1114111;
function unquote(text2, language) {
  const content = text2.slice(1, -1);
  if (!content.includes("\\") && !(language === "hcl" && content.includes("${"))) return { value: content };
  const parts = [];
  let hasBytes = false;
  let at = 0;
  while (at < content.length) {
    if (language === "hcl" && content.startsWith("${", at)) {
      const end = endOfInterpolation(content, at + 2);
      const inner = content.slice(at, end);
      if (inner.includes("\uFFFD")) return { value: content, defect: "characters that are not UTF-8 in ${...}" };
      parts.push(inner);
      at = end;
      continue;
    }
    if (content[at] !== "\\") {
      let end = at + 1;
      while (end < content.length && content[end] !== "\\" && content[end] !== "$") end++;
      parts.push(content.slice(at, end));
      at = end;
      continue;
    }
    const found = readEscape(content, at, language);
    if ("defect" in found) return { value: content, defect: found.defect };
    hasBytes ||= found.isByte;
    parts.push(found.isByte ? found.code : String.fromCodePoint(found.code));
    at = found.end;
  }
  return { value: hasBytes ? joinBytes(parts) : parts.join("") };
}
function endOfInterpolation(content, start) {
  let braces = 1;
  for (let at = start; at < content.length; at++) {
    if (content[at] === "{") braces++;
    else if (content[at] === "}" && --braces === 0) return at + 1;
  }
  return content.length;
}
function readEscape(content, start, language) {
  const letter = content[start + 1] ?? "";
  const simple = SIMPLE_ESCAPES[letter];
  if (simple !== void 0) return { code: simple, isByte: false, end: start + 2 };
  const length = HEX_ESCAPES[letter];
  const from = length === void 0 ? start + 1 : start + 2;
  const end = from + (length ?? 3);
  const digits = content.slice(from, end);
  const isComplete = digits.length === (length ?? 3) && (length === void 0 ? /^[0-7]+$/ : /^[0-9a-fA-F]+$/).test(digits);
  const code = isComplete ? Number.parseInt(digits, length === void 0 ? 8 : 16) : Number.NaN;
  const isSurrogate = code >= 55296 && code <= 57343;
  const highest = length === void 0 ? 255 : HIGHEST_CODE_POINT;
  if (!(code <= highest) || isSurrogate && language === "json")
    return { defect: `escape ${content.slice(start, end)}, which stands for no character` };
  const isByte = (length === void 0 || letter === "x") && code >= 128;
  return { code: isSurrogate ? 65533 : code, isByte, end };
}
function joinBytes(parts) {
  const chunks = parts.map((part) => typeof part === "number" ? Uint8Array.of(part) : Buffer.from(part, "utf8"));
  return Buffer.concat(chunks).toString("utf8");
}
function heredocContent(text2) {
  const anchor = text2.indexOf("\n");
  if (text2[2] !== "-") return text2.slice(anchor + 1, text2.length - anchor + 1);
  const lines = text2.slice(anchor + 1, text2.length - anchor + 2).split("\n");
  const indent = lines.at(-1);
  if (!lines.every((line) => line.startsWith(indent)))
    return text2.slice(anchor + 1, text2.length - anchor + 1).replace(/[ \t]+$/, "");
  return [...lines.slice(0, -1).map((line) => line.slice(indent.length)), ""].join("\n");
}
var DECIMAL = /^-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
var INTEGER_LIMIT = 2n ** 63n;
function readNumber(text2) {
  const defect = `number ${text2.trim()}, which can't be read`;
  if (isFloat(text2)) {
    const value2 = DECIMAL.test(text2) ? Number(text2) : Number.NaN;
    return Number.isFinite(value2) ? { value: value2 } : { value: Number.NaN, defect };
  }
  const digits = text2.replace("-", "");
  const isOctal = /^0[0-9]/.test(digits);
  if (isOctal && /[89]/.test(digits) || /[xX]$/.test(digits)) return { value: Number.NaN, defect };
  const size = BigInt(isOctal ? `0o${digits.slice(1)}` : digits);
  const value = text2.startsWith("-") ? -size : size;
  if (value >= INTEGER_LIMIT || value < -INTEGER_LIMIT) return { value: Number(value), defect };
  return { value: Number(value) };
}
function isFloat(text2) {
  return !/^-?0[xX]/.test(text2) && /[.eE]/.test(text2);
}
function short(text2) {
  const line = text2.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 60)}...` : line;
}

// src/parsers/hcl-grammar.ts
var HclGrammar = class {
  #source;
  #scanner;
  #allowDuplicates;
  #frames = [];
  #token;
  /** End of the token before. */
  #lastEnd = 0;
  constructor(source, options) {
    this.#source = source;
    this.#scanner = new HclScanner(source);
    this.#allowDuplicates = options.allowDuplicates ?? false;
    this.#token = this.#scanner.next();
  }
  /** Reads the whole file. */
  read() {
    const body = { type: "object", items: [], range: this.#source.range(0, this.#source.text.length) };
    this.#frames.push({ object: body, isRoot: true, start: 0, seen: /* @__PURE__ */ new Set() });
    for (let frame2 = this.#frames.at(-1); frame2; frame2 = this.#frames.at(-1)) {
      if ("list" in frame2) this.#readInList(frame2);
      else this.#readInObject(frame2);
    }
    return body;
  }
  #advance() {
    const token = this.#token;
    this.#lastEnd = token.end;
    this.#token = this.#scanner.next();
    return token;
  }
  /** One item of an object, up to its value where that has braces or brackets of its own. */
  #readInObject(frame2) {
    if (this.#token.type === "}" && !frame2.isRoot) {
      this.#close(frame2);
      return;
    }
    if (this.#token.type === "end") {
      if (!frame2.isRoot) {
        const line = this.#source.lineNumber(frame2.start);
        this.#source.report(`end of the text, expected } of the block opened on line ${line}`, this.#token.start);
      }
      this.#close(frame2);
      return;
    }
    const { start, end } = this.#token;
    const keys = this.#readKeys();
    if (keys === void 0) {
      this.#recover(frame2);
      return;
    }
    const opening = this.#advance();
    const written = this.#source.text.slice(start, end);
    frame2.pending = { keys, isAssigned: opening.type === "=", written, start };
    if (opening.type === "{") {
      this.#open("{", opening.start);
      return;
    }
    this.#readValue(frame2);
  }
  /** The keys before `=` or `{`, which stays the current token. */
  #readKeys() {
    const keys = [];
    for (; ; ) {
      const { type, start, end } = this.#token;
      if (type === "identifier" || type === "string") {
        this.#advance();
        keys.push(this.#toKey({ type, start, end }));
        continue;
      }
      if (type === "{" && keys.length > 0) return keys;
      if (type === "=" && keys.length === 1) return keys;
      const names3 = keys.map(({ value }) => value).join(" ");
      if (type === "=" && keys.length > 1)
        this.#source.report(`= after several keys (${short(names3)}), expected {`, start);
      else if (keys.length > 0)
        this.#source.report(`${this.#describe()} after key ${short(names3)}, expected = or {`, start);
      else this.#source.report(`${this.#describe()}, expected a key`, start);
      return void 0;
    }
  }
  #toKey({ type, start, end }) {
    const text2 = this.#source.text.slice(start, end);
    const range = this.#source.range(start, end);
    return type === "string" ? { ...unquote(text2, "hcl"), range, isQuoted: true } : { value: text2, range, isQuoted: false };
  }
  /** The value after `=`. */
  #readValue(frame2) {
    const token = this.#token;
    if (token.type === "{" || token.type === "[") {
      this.#advance();
      this.#open(token.type, token.start);
      return;
    }
    const literal = this.#readLiteral();
    if (literal) {
      this.#deliver(literal);
      return;
    }
    const { keys } = frame2.pending;
    delete frame2.pending;
    if (token.type === "end" && frame2.isRoot) {
      this.#close(frame2);
      return;
    }
    this.#source.report(
      `${this.#describe()} as the value of ${short(keys[0].value)}, expected a string, a number, true, false, [ or {`,
      token.start
    );
    this.#recover(frame2);
  }
  #readInList(frame2) {
    const token = this.#token;
    if (token.type === "]") {
      this.#close(frame2);
      return;
    }
    if (token.type === ",") {
      this.#advance();
      frame2.needsComma = false;
      return;
    }
    if (frame2.needsComma) {
      this.#abandon(frame2, `${this.#describe()} in a list, expected , or ]`);
      return;
    }
    if (token.type === "{" || token.type === "[") {
      this.#advance();
      this.#open(token.type, token.start);
      return;
    }
    const literal = this.#readLiteral();
    if (literal) {
      this.#deliver(literal);
      return;
    }
    this.#abandon(frame2, `${this.#describe()} in a list, expected a value or ]`);
  }
  #readLiteral() {
    const { type, start, end } = this.#token;
    if (type !== "string" && type !== "heredoc" && type !== "number" && type !== "float" && type !== "bool")
      return void 0;
    this.#advance();
    const text2 = this.#source.text.slice(start, end);
    const base = { type: "literal", text: text2, range: this.#source.range(start, end) };
    if (type === "string") return { ...base, kind: "string", ...unquote(text2, "hcl") };
    if (type === "heredoc") return { ...base, kind: "heredoc", value: heredocContent(text2) };
    if (type === "bool") return { ...base, kind: "bool", value: text2 === "true" };
    return { ...base, kind: "number", ...readNumber(text2) };
  }
  #open(bracket, start) {
    const range = this.#source.range(start, start + 1);
    if (this.#frames.length > MOST_LEVELS) {
      this.#source.report(`more than ${MOST_LEVELS} levels of braces and brackets`, start);
      this.#skipNested();
      this.#deliver({ type: bracket === "{" ? "object" : "list", items: [], range });
      return;
    }
    if (bracket === "[") this.#frames.push({ list: { type: "list", items: [], range }, needsComma: false });
    else this.#frames.push({ object: { type: "object", items: [], range }, isRoot: false, start, seen: /* @__PURE__ */ new Set() });
  }
  /** Skips to the end of the object or list that has just been opened. */
  #skipNested() {
    for (let depth = 1; depth > 0 && this.#token.type !== "end"; ) {
      const { type } = this.#advance();
      if (type === "{" || type === "[") depth++;
      else if (type === "}" || type === "]") depth--;
    }
  }
  /** Ends a frame at the current token, which closes it. */
  #close(frame2) {
    this.#frames.pop();
    const value = "list" in frame2 ? frame2.list : frame2.object;
    if (!("list" in frame2) && frame2.isRoot) return;
    value.range.end = this.#source.range(0, this.#token.end).end;
    this.#advance();
    this.#deliver(value);
  }
  /** Hands a finished value to the object or list that it stands in. */
  #deliver(value) {
    const frame2 = this.#frames.at(-1);
    if ("list" in frame2) {
      frame2.list.items.push(value);
      frame2.needsComma = value.type !== "list";
      return;
    }
    this.#add(frame2, value);
    if (this.#token.type === ",") this.#advance();
  }
  /** Ends the pending item of an object. */
  #add(frame2, value) {
    const { keys, isAssigned, written, start } = frame2.pending;
    delete frame2.pending;
    const range = { start: keys[0].range.start, end: value.range.end };
    frame2.object.items.push({ keys, value, range, isAssigned });
    if (!isAssigned) return;
    if (frame2.seen.has(written) && !this.#allowDuplicates)
      this.#source.report(`${short(written)} is set twice, expected once`, start);
    frame2.seen.add(written);
  }
  /** Gives up a list, keeps what it holds, and goes on after the item that it stands in. */
  #abandon(frame2, message) {
    this.#source.report(message, this.#token.start);
    this.#frames.pop();
    let value = frame2.list;
    let parent = this.#frames.at(-1);
    while ("list" in parent) {
      parent.list.items.push(value);
      value = parent.list;
      this.#frames.pop();
      parent = this.#frames.at(-1);
    }
    this.#add(parent, value);
    this.#recover(parent);
  }
  /** Skips to the next line that begins with a key, or to the brace that closes the object. */
  #recover(frame2) {
    for (let depth = 0; this.#token.type !== "end"; ) {
      const { type, start } = this.#token;
      if (depth === 0 && type === "}" && !frame2.isRoot) return;
      const isFirst = this.#source.text.slice(Math.max(0, this.#lastEnd - 1), start).includes("\n");
      if (depth === 0 && isFirst && (type === "identifier" || type === "string")) return;
      if (type === "{" || type === "[") depth++;
      else if ((type === "}" || type === "]") && depth > 0) depth--;
      this.#advance();
    }
  }
  /** The current token in words. */
  #describe() {
    const { type, start, end } = this.#token;
    if (type === "end") return "end of the text";
    if (type === "identifier" || type === "bool") return `word ${short(this.#source.text.slice(start, end))}`;
    if (type === "float") return "number";
    return type === "illegal" ? "illegal character" : type;
  }
};

// src/parsers/hcl-json-tokens.ts
var PUNCTUATION2 = /* @__PURE__ */ new Set(["[", "]", "{", "}", ",", ":"]);
var WORD = /[A-Za-z_\p{L}][\w\-\p{L}\p{Nd}]*/uy;
var NUMBER = /-?[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?(?:[0-9]+|[\s\S]|$))?/uy;
var POINT = /\.(?:[0-9]+[eE]?)?/y;
var ESCAPE2 = /(?:[abfnrtv\\"]|[0-7]{3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/y;
var JsonScanner = class {
  #source;
  #text;
  #at = 0;
  constructor(source) {
    this.#source = source;
    this.#text = source.text;
  }
  /** The next token. */
  next() {
    const text2 = this.#text;
    while (text2[this.#at] === " " || text2[this.#at] === "\n" || text2[this.#at] === "	" || text2[this.#at] === "\r")
      this.#at++;
    const start = this.#at;
    if (start >= text2.length) return { type: "end", start, end: start };
    return { type: this.#scan(start), start, end: this.#at };
  }
  #scan(start) {
    const char = this.#text[start];
    this.#at = start + 1;
    if (PUNCTUATION2.has(char)) return char;
    if (char === '"') return this.#scanString(start);
    if (char === "\0") return "end";
    if (char === ".") {
      this.#at = this.#run(POINT, start);
      return this.#at === start + 1 ? "." : "float";
    }
    const number = this.#run(NUMBER, start);
    if (number > start) return this.#scanNumber(start, number);
    const word = this.#text.slice(start, this.#run(WORD, start));
    if (word === "true" || word === "false" || word === "null") {
      this.#at = start + word.length;
      return word === "null" ? "null" : "bool";
    }
    const shown = word || String.fromCodePoint(this.#text.codePointAt(start));
    this.#at = start + shown.length;
    this.#source.report(
      word === "" ? "illegal character, expected JSON" : `word ${word}, expected true, false or null`,
      start
    );
    return "illegal";
  }
  #scanNumber(start, end) {
    this.#at = end;
    const text2 = this.#text.slice(start, end);
    if (/[.eE]/.test(text2)) return "float";
    const isAtEnd = end >= this.#text.length || this.#text[end] === "\0";
    if (/^-?0[0-9]/.test(text2) || /^-?0$/.test(text2) && isAtEnd)
      this.#source.report("number that begins with 0, expected no leading zero", start);
    return "number";
  }
  #scanString(start) {
    const text2 = this.#text;
    for (let at = start + 1; at < text2.length; at++) {
      const char = text2[at];
      if (char === '"') {
        this.#at = at + 1;
        return "string";
      }
      if (char === "\n" || char === "\0") {
        this.#at = at;
        this.#source.report('string that is not closed, expected " on the same line', start);
        return "string";
      }
      if (char !== "\\") continue;
      const end = this.#run(ESCAPE2, at + 1);
      if (end === at + 1) this.#source.report("escape that HCL does not know in its JSON form", at);
      else at = end - 1;
    }
    this.#at = text2.length;
    this.#source.report('string that is not closed, expected "', start);
    return "string";
  }
  #run(pattern, start) {
    pattern.lastIndex = start;
    return start + (pattern.exec(this.#text)?.[0].length ?? 0);
  }
};

// src/parsers/hcl-json.ts
var JsonGrammar = class {
  #source;
  #scanner;
  #frames = [];
  #isBroken = false;
  constructor(source) {
    this.#source = source;
    this.#scanner = new JsonScanner(source);
  }
  /** Reads the first object of the text. */
  read() {
    const token = this.#scanner.next();
    const body = { type: "object", items: [], range: this.#source.range(0, this.#source.text.length) };
    if (token.type !== "{") {
      this.#fail(token, "expected {");
      return body;
    }
    this.#frames.push({ object: body });
    while (!this.#isBroken) {
      const frame2 = this.#frames.at(-1);
      if (!frame2) break;
      if ("list" in frame2) this.#readInList(frame2.list);
      else this.#readInObject(frame2);
    }
    this.#keepUnclosed();
    flattenObject(body);
    return body;
  }
  /** What was read before an error is kept. */
  #keepUnclosed() {
    while (this.#frames.length > 1) {
      const frame2 = this.#frames.pop();
      this.#attach("list" in frame2 ? frame2.list : frame2.object);
    }
  }
  #readInObject(frame2) {
    const keys = this.#readKeys();
    if (keys === void 0) return;
    frame2.keys = keys;
    const token = this.#scanner.next();
    if (token.type === "{" || token.type === "[") {
      this.#open(token);
      return;
    }
    const literal = this.#toLiteral(token);
    if (literal) {
      this.#deliver(literal);
      return;
    }
    if (token.type === "end") {
      this.#close(token);
      return;
    }
    this.#fail(token, "expected a value");
  }
  /** The keys before a colon; undefined where the object ends instead. */
  #readKeys() {
    const keys = [];
    for (; ; ) {
      const token = this.#scanner.next();
      if (token.type === "string") {
        const text2 = this.#source.text.slice(token.start, token.end);
        keys.push({ ...unquote(text2, "json"), range: this.#source.range(token.start, token.end), isQuoted: true });
      } else if (token.type === ":" && keys.length > 0) return keys;
      else {
        if (token.type === "end") this.#close(token);
        else this.#fail(token, keys.length > 0 ? "expected :" : "expected a key in quotes or }");
        return void 0;
      }
    }
  }
  #readInList(list2) {
    const token = this.#scanner.next();
    if (token.type === "," || token.type === "bool" || token.type === "[") return;
    if (token.type === "{") {
      this.#open(token);
      return;
    }
    if (token.type === "]") {
      list2.range.end = this.#source.range(0, token.end).end;
      this.#frames.pop();
      this.#deliver(list2);
      return;
    }
    const literal = token.type === "null" ? void 0 : this.#toLiteral(token);
    if (literal) list2.items.push(literal);
    else this.#fail(token, "expected a value or ]");
  }
  #toLiteral({ type, start, end }) {
    const text2 = this.#source.text.slice(start, end);
    const base = { type: "literal", text: text2, range: this.#source.range(start, end) };
    if (type === "string") return { ...base, kind: "string", ...unquote(text2, "json") };
    if (type === "number" || type === "float") return { ...base, kind: "number", ...readNumber(text2) };
    if (type === "bool") return { ...base, kind: "bool", value: text2 === "true" };
    return type === "null" ? { ...base, kind: "string", value: "", text: "" } : void 0;
  }
  #open({ type, start }) {
    if (this.#frames.length > MOST_LEVELS) {
      this.#source.report(`more than ${MOST_LEVELS} levels of braces and brackets`, start);
      this.#isBroken = true;
      return;
    }
    const range = this.#source.range(start, start + 1);
    if (type === "[") this.#frames.push({ list: { type: "list", items: [], range } });
    else this.#frames.push({ object: { type: "object", items: [], range } });
  }
  /** Hands a finished value to the object or list that it stands in. */
  #deliver(value) {
    this.#attach(value);
    const frame2 = this.#frames.at(-1);
    if (!frame2 || "list" in frame2) return;
    const token = this.#scanner.next();
    if (token.type !== ",") this.#close(token);
  }
  #attach(value) {
    const frame2 = this.#frames.at(-1);
    if (!frame2) return;
    if ("list" in frame2) {
      frame2.list.items.push(value);
      return;
    }
    const { keys } = frame2;
    if (!keys) return;
    delete frame2.keys;
    const range = { start: keys[0].range.start, end: value.range.end };
    frame2.object.items.push({ keys, value, range, isAssigned: true });
  }
  /** Ends the innermost object. */
  #close(token) {
    const frame2 = this.#frames.pop();
    if (!frame2 || "list" in frame2) return;
    delete frame2.keys;
    if (this.#frames.length === 0) return;
    frame2.object.range.end = this.#source.range(0, token.end).end;
    this.#deliver(frame2.object);
  }
  /** A token that does not belong where it stands; a `}` ends the innermost object all the same, as in HCL 1. */
  #fail(token, expected) {
    if (token.type === "}") {
      while ("list" in (this.#frames.at(-1) ?? {})) this.#frames.pop();
      this.#close(token);
      return;
    }
    this.#isBroken = true;
    if (token.type !== "illegal")
      this.#source.report(`${token.type === "end" ? "end of the text" : token.type}, ${expected}`, token.start);
  }
};
function flattenObject(object) {
  const items = [];
  const stack = object.items.toReversed();
  for (let item = stack.pop(); item; item = stack.pop()) {
    const inner = flattenItem(item);
    if (inner) for (let i = inner.length - 1; i >= 0; i--) stack.push(inner[i]);
    else items.push(item);
  }
  object.items = items;
  for (const { value } of items) flattenValue(value);
}
function flattenValue(value) {
  if (value.type === "object") flattenObject(value);
  else if (value.type === "list") for (const item of value.items) flattenValue(item);
}
function flattenItem({ keys, value, isAssigned }) {
  if (value.type === "literal" || value.items.length === 0) return void 0;
  if (value.type === "list") {
    if (!value.items.every((item) => item.type === "object")) return void 0;
    return value.items.map((item) => ({ keys, value: item, range: item.range, isAssigned }));
  }
  if (!value.items.every((item) => item.value.type === "object")) return void 0;
  return value.items.map((item) => ({
    keys: [...keys, ...item.keys],
    value: item.value,
    range: item.range,
    isAssigned
  }));
}

// src/parsers/hcl-source.ts
var MOST_ERRORS2 = 100;
var HclSource = class {
  text;
  errors = [];
  /** Offsets in `text` of the `\n` before which a `\r` was taken out. */
  #returns = [];
  #lineStarts = [0];
  #base;
  #firstLine;
  constructor(original, options = {}) {
    const text2 = original.toWellFormed();
    this.text = text2.includes("\r\n") ? text2.replaceAll("\r\n", "\n") : text2;
    this.#base = options.base ?? 0;
    this.#firstLine = options.firstLine ?? 1;
    if (this.text.length !== text2.length) {
      let at2 = -1;
      while ((at2 = text2.indexOf("\r\n", at2 + 1)) !== -1) this.#returns.push(at2 - this.#returns.length);
    }
    let at = -1;
    while ((at = this.text.indexOf("\n", at + 1)) !== -1) this.#lineStarts.push(at + 1);
  }
  /** The range of the original text. */
  range(start, end) {
    return { start: this.#original(start), end: this.#original(end) };
  }
  /** Number of the line that an offset of `text` is in. */
  lineNumber(offset) {
    return countUpTo(this.#lineStarts, offset) - 1 + this.#firstLine;
  }
  /** Notes what Vault would not accept. */
  report(message, offset) {
    if (this.errors.length >= MOST_ERRORS2) return;
    const line = this.lineNumber(offset);
    const column = offset - this.#lineStarts[line - this.#firstLine] + 1;
    this.errors.push({ message, line, column });
  }
  #original(offset) {
    return this.#base + offset + (this.#returns.length === 0 ? 0 : countUpTo(this.#returns, offset - 1));
  }
};
function countUpTo(list2, limit) {
  let low = 0;
  let high = list2.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (list2[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

// src/parsers/hcl.ts
var JSON_START = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*\{/;
function parseHcl(text2, options = {}) {
  const format = options.format ?? "auto";
  if (format === "json" || format === "auto" && JSON_START.test(text2)) return parseHclJson(text2, options);
  const source = new HclSource(text2, options);
  const body = new HclGrammar(source, options).read();
  return { body, errors: sorted(source), format: "hcl" };
}
function parseHclJson(text2, options = {}) {
  const source = new HclSource(text2, options);
  const body = new JsonGrammar(source).read();
  return { body, errors: sorted(source), format: "json" };
}
function sorted({ errors }) {
  return errors.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

// src/parsers/secret-template.ts
var TOKEN = /"((?:\\.|[^"\\])*)"?|`([^`]*)`?|(\$[\w]*(?:\.\w+)*)|((?:\.\w+)+|\.)|([\w][\w.]*)|(:=|[|()=,])/gs;
function parseSecretTemplate(text2, options = {}) {
  const { base = 0, open = "{{", close = "}}" } = options;
  const reader = new Reader();
  const errors = [];
  let at = text2.indexOf(open);
  while (at !== -1) {
    const from = at + open.length;
    const end = actionEnd(text2, from, close);
    if (end === -1) {
      errors.push({ message: `template action is not closed`, line: lineOf(text2, at) });
      break;
    }
    const body = text2.slice(from, end);
    if (!/^-?\s*\/\*/.test(body)) reader.action(tokensOf(body, base + from));
    at = text2.indexOf(open, end + close.length);
  }
  return { template: reader.template, errors };
}
function actionEnd(text2, from, close) {
  if (/^-?\s*\/\*/.test(text2.slice(from, from + 20))) {
    const comment = text2.indexOf("*/", from);
    return comment === -1 ? -1 : text2.indexOf(close, comment);
  }
  for (let at = from; at < text2.length; at++) {
    if (text2.startsWith(close, at)) return at;
    const quote = text2[at];
    if (quote === '"') {
      for (at++; at < text2.length && text2[at] !== '"' && text2[at] !== "\n"; at++) if (text2[at] === "\\") at++;
    } else if (quote === "`") {
      const next = text2.indexOf("`", at + 1);
      if (next === -1) return -1;
      at = next;
    }
  }
  return -1;
}
function tokensOf(body, base) {
  const tokens = [];
  for (const match of body.matchAll(TOKEN)) {
    const [whole, quoted, raw, variable, field, word, sign] = match;
    const start = base + match.index;
    const content = quoted ?? raw;
    if (content !== void 0) {
      const value = quoted === void 0 ? content : content.replace(/\\(.)/gs, "$1");
      tokens.push({ kind: "string", text: value, start: start + 1, end: start + 1 + content.length });
      continue;
    }
    const kind = variable !== void 0 ? "variable" : field !== void 0 ? "field" : word !== void 0 ? "word" : "sign";
    tokens.push({ kind, text: variable ?? field ?? word ?? sign, start, end: start + whole.length });
  }
  return tokens;
}
var Reader = class {
  template = { secrets: [], fields: [] };
  #scopes = [{ dot: void 0, variables: /* @__PURE__ */ new Map() }];
  action(tokens) {
    const [first] = tokens;
    if (!first) return;
    const scope = this.#scopes.at(-1);
    if (first.kind === "word" && first.text === "end") {
      if (this.#scopes.length > 1) this.#scopes.pop();
      return;
    }
    const secret = this.#secrets(tokens);
    this.#fields(tokens, scope);
    const variable = assignedVariable(tokens);
    const opens = first.kind === "word" && /^(?:with|range|if|block|define)$/.test(first.text);
    if (!opens) {
      if (variable !== void 0 && secret !== void 0) scope.variables.set(variable, secret);
      return;
    }
    const inner = { dot: scope.dot, variables: new Map(scope.variables) };
    if (variable !== void 0 && secret !== void 0) inner.variables.set(variable, secret);
    if (first.text === "with") inner.dot = secret ?? this.#dotOf(tokens, scope);
    else if (first.text !== "if") inner.dot = void 0;
    this.#scopes.push(inner);
  }
  /** `with $secret` makes `.` the secret again; `with .Data.data` makes it something else. */
  #dotOf(tokens, scope) {
    const last = tokens.at(-1);
    return tokens.length === 2 && last.kind === "variable" ? scope.variables.get(last.text) : void 0;
  }
  /** Adds the secrets that an action asks for; the index of the last one. */
  #secrets(tokens) {
    let index;
    for (const [i, token] of tokens.entries()) {
      if (token.kind !== "word" || !/^(?:secrets?|pkiCert)$/.test(token.text)) continue;
      const path = tokens[i + 1];
      if (path?.kind !== "string" || path.text === "") continue;
      const parameters = [];
      for (let at = i + 2; tokens[at]?.kind === "string" || tokens[at]?.kind === "variable"; at++)
        parameters.push(tokens[at].text);
      const call = token.text;
      const range = { start: path.start, end: path.end };
      index = this.template.secrets.push({ call, path: path.text, range, parameters }) - 1;
    }
    return index;
  }
  #fields(tokens, scope) {
    for (const { kind, text: text2, start, end } of tokens) {
      const range = { start, end };
      if (kind === "field" && text2 !== ".") this.#field(text2, range, scope.dot);
      const dot = kind === "variable" ? text2.indexOf(".") : -1;
      if (dot > 0) this.#field(text2.slice(dot), range, scope.variables.get(text2.slice(0, dot)));
    }
  }
  #field(path, range, secret) {
    this.template.fields.push({ path, range, ...secret === void 0 ? {} : { secret } });
  }
};
function assignedVariable(tokens) {
  const sign = tokens.findIndex(({ text: text2 }) => text2 === ":=" || text2 === "=");
  const before2 = tokens[sign - 1];
  return sign > 0 && sign <= 2 && before2?.kind === "variable" ? before2.text : void 0;
}
function lineOf(text2, offset) {
  return text2.slice(0, offset).split("\n").length;
}
var secretTemplateParser = {
  kinds: ["secret-template"],
  wants: ({ name }) => /\.(?:ctmpl|tmpl|tpl|template)$/i.test(name),
  // `secret "path"` in an action, with or without `with` before it.
  anchor: /\{\{[^}]*\b(?:secrets?|pkiCert)\s+["`]/,
  parse: ({ text: text2 }) => {
    const { template, errors } = parseSecretTemplate(text2);
    return {
      artifacts: template.secrets.length > 0 ? [{ kind: "secret-template", data: template }] : [],
      errors
    };
  }
};

// src/parsers/vault-config.ts
function agentParts({ root }) {
  const auth = stanzaOf(root, "auto_auth");
  const method = stanzaOf(auth, "method");
  const cache = stanzaOf(root, "cache");
  const proxy = stanzaOf(root, "api_proxy");
  return {
    vault: stanzaOf(root, "vault"),
    method,
    login: stanzaOf(method, "config"),
    sinks: [auth, ...stanzasOf(auth, "sinks")].flatMap((parent) => stanzasOf(parent, "sink")),
    templateConfig: stanzaOf(root, "template_config"),
    cache,
    autoAuthToken: settingOf(proxy, "use_auto_auth_token") ?? settingOf(cache, "use_auto_auth_token"),
    listeners: stanzasOf(root, "listener")
  };
}
var FOREIGN = /* @__PURE__ */ new Set([
  "job",
  "client",
  "server",
  "controller",
  "worker",
  "kms",
  "acl",
  "ports",
  "datacenter",
  "data_dir",
  "connect",
  "resource",
  "variable",
  "variables",
  "provider",
  "module",
  "terraform",
  "data",
  "locals",
  "output",
  "source",
  "build",
  "packer",
  "builders",
  "project",
  "app",
  "path",
  "group",
  "task",
  "target",
  "dependencies",
  "devdependencies"
]);
var STORAGE_TYPES = /* @__PURE__ */ new Set([
  "aerospike",
  "alicloudoss",
  "azure",
  "cassandra",
  "cockroachdb",
  "consul",
  "couchdb",
  "dynamodb",
  "etcd",
  "file",
  "foundationdb",
  "gcs",
  "inmem",
  "inmem_ha",
  "manta",
  "mssql",
  "mysql",
  "oci",
  "postgresql",
  "raft",
  "s3",
  "spanner",
  "swift",
  "zookeeper"
]);
var SEAL_TYPES = /* @__PURE__ */ new Set([
  "alicloudkms",
  "awskms",
  "azurekeyvault",
  "gcpckms",
  "kmip",
  "ocikms",
  "pkcs11",
  "shamir",
  "static",
  "transit"
]);
function readServerConfig(body) {
  const root = readStanzas(body);
  if (isForeign(root) || looksLikeAgent(root)) return void 0;
  const storages = stanzasOf(root, "storage", "backend").filter((storage) => STORAGE_TYPES.has(labelOf(storage)));
  const listeners = stanzasOf(root, "listener").filter((listener) => /^(?:tcp|unix)$/.test(labelOf(listener)));
  const isSealed = stanzasOf(root, "seal").some((seal) => SEAL_TYPES.has(labelOf(seal)));
  const isNamed = ["api_addr", "cluster_addr", "raw_storage_endpoint", "disable_mlock", "default_lease_ttl"].some(
    (name) => settingOf(root, name) !== void 0
  );
  const signs = [storages.length > 0, listeners.length > 0, isSealed, isNamed].filter(Boolean).length;
  const isPart = signs === 1 && (isSealed || storages.some((storage) => labelOf(storage) === "raft"));
  if (signs < 2 && !isPart) return void 0;
  return { root, isWhole: storages.length > 0 && listeners.length > 0 };
}
function readAgentConfig(body, text2, path = "") {
  const root = readStanzas(body);
  if (isForeign(root) || !looksLikeAgent(root)) return void 0;
  const cache = stanzaOf(root, "cache");
  const isProxy = settingOf(cache, "cache_static_secrets") !== void 0 || stanzasOf(root, "listener").some((listener) => stanzaOf(listener, "proxy_api") !== void 0) || /proxy[^/]*$/i.test(path);
  const hasTemplates = stanzaOf(root, "template", "env_template", "template_config") !== void 0;
  const read2 = (stanza) => {
    const template = readBody(stanza, text2);
    return { stanza, ...template ? { body: template } : {} };
  };
  return {
    root,
    program: isProxy && !hasTemplates ? "proxy" : "agent",
    templates: stanzasOf(root, "template").map(read2),
    envTemplates: stanzasOf(root, "env_template").map(read2)
  };
}
function readBody(stanza, text2) {
  const contents = settingOf(stanza, "contents");
  if (contents?.value === void 0) return void 0;
  const { range, value } = contents;
  const open = textOf(stanza, "left_delimiter");
  const close = textOf(stanza, "right_delimiter");
  const delimiters = open && close ? { open, close } : {};
  if (text2.slice(range.start, range.end) === value)
    return parseSecretTemplate(value, { base: range.start, ...delimiters }).template;
  const { secrets, fields } = parseSecretTemplate(value, delimiters).template;
  return { secrets: secrets.map((one) => ({ ...one, range })), fields: fields.map((one) => ({ ...one, range })) };
}
function isForeign(root) {
  const names3 = [...root.stanzas.map(({ type }) => type), ...root.settings.map(({ name }) => name)];
  return names3.some((name) => FOREIGN.has(name.toLowerCase()));
}
function looksLikeAgent(root) {
  const auth = stanzaOf(root, "auto_auth");
  if (auth) return stanzaOf(auth, "method") !== void 0 || stanzaOf(auth, "sink") !== void 0;
  if (stanzaOf(root, "storage", "backend", "ha_storage", "seal")) return false;
  if (stanzaOf(root, "api_proxy", "env_template")) return true;
  const vault = stanzaOf(root, "vault");
  if (!vault) return false;
  if (stanzaOf(root, "cache") && stanzaOf(root, "listener")) return true;
  return stanzaOf(root, "template_config") !== void 0 && stanzaOf(root, "template") !== void 0;
}
var NAME2 = /\.(?:hcl|json)(?:\.(?:tmpl|tpl|j2|erb|example|sample|dist))?$|(?:vault|bao)[^/]*\.(?:conf|cfg)$/i;
var ANCHOR2 = /(?:^|[{,])\s*"?(?:auto_auth|api_proxy|env_template|cache|template|listener|storage|backend|ha_storage|seal|disable_mlock)"?\s*[:={"]/m;
var MOST_NOTES = 3;
var OUTER_TEMPLATE = /\.(?:j2|erb)$/i;
function withoutOuterTemplate(text2, path) {
  if (!OUTER_TEMPLATE.test(path)) return text2;
  return text2.replace(/\{%.*?%\}|\{#.*?#\}|<%(?!=).*?%>/gs, (statement) => statement.replace(/[^\n]/g, " ")).replace(
    /(=\s*)(?:\{\{([^}"\n]*)\}\}|<%=([^%"\n]*)%>)(?=\s*$)/gm,
    (_, equals, jinja, ruby) => jinja === void 0 ? `${equals}"<${ruby}> "` : `${equals}"<${jinja}>"`
  );
}
var vaultConfigParser = {
  kinds: ["vault-agent", "vault-server", "secret-template"],
  wants: ({ name }) => NAME2.test(name) && name !== "package.json" && name !== "package-lock.json",
  anchor: ANCHOR2,
  parse: ({ path, text: text2 }) => {
    const { body, errors } = parseHcl(withoutOuterTemplate(text2, path), { allowDuplicates: true });
    const artifacts = [];
    const agent = readAgentConfig(body, text2, path);
    if (agent) {
      artifacts.push({ kind: "vault-agent", data: agent });
      for (const { body: data } of [...agent.templates, ...agent.envTemplates])
        if (data) artifacts.push({ kind: "secret-template", data });
    }
    const server = agent ? void 0 : readServerConfig(body);
    if (server) artifacts.push({ kind: "vault-server", data: server });
    const notes = errors.slice(0, MOST_NOTES).map(({ message, line }) => ({ message: `HCL could not be parsed: ${message}`, line }));
    return { artifacts, errors: artifacts.length > 0 ? notes : [] };
  }
};

// rules/vault-agent/address-http.ts
var address_http_default = defineRule({
  artifact: "vault-agent",
  title: "Agent that speaks to Vault over plain HTTP",
  severity: "high",
  confidence: "high",
  why: "whoever sits on the network reads the login, the token and every secret that the Agent fetches",
  fix: "write an `https://` address, and name the file of the CA in `ca_cert`",
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent#vault-stanza"],
  catalogue: ["VS301"],
  cwe: [319],
  *check({ data }) {
    const address = settingOf(agentParts(data).vault, "address");
    if (!address || !isPlainHttp(address.value)) return;
    const paste = `address = "${address.value.trim().replace(/^http:/i, "https:")}"`;
    yield { message: "vault.address is an http:// address", range: address.nameRange, paste };
  }
});

// rules/vault-agent/cache-not-persisted.ts
var cache_not_persisted_default = defineRule({
  artifact: "vault-agent",
  title: "cache that a restart of the Agent throws away",
  severity: "info",
  confidence: "medium",
  why: "after a restart each pod logs in again and asks for new leases, which all of them do at once after an outage",
  fix: 'add `persist "kubernetes" { path = "/vault/agent-cache" }` on a volume in memory that the init container shares',
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/caching/persistent-caches"],
  catalogue: ["VS313"],
  *check({ data }) {
    const { cache, method } = agentParts(data);
    if (!cache || !method || labelOf(method) !== "kubernetes" || stanzaOf(cache, "persist")) return;
    yield {
      message: "the cache is not persisted",
      range: cache.nameRange,
      paste: 'persist "kubernetes" { path = "/vault/agent-cache" }'
    };
  }
});

// rules/vault-agent/destination-shared.ts
var SHARED = /^\/(?:var\/)?tmp\/|^\/(?:var\/www|usr\/share\/nginx\/html|srv\/(?:www|http)|usr\/local\/apache2\/htdocs)\//;
var destination_shared_default = defineRule({
  artifact: "vault-agent",
  title: "secret rendered into a folder that others share",
  severity: "medium",
  confidence: "high",
  why: "every user of the machine reaches the file, or a web server hands it to the world",
  fix: "render into a tmpfs that only the Agent and the application mount, such as /run/app",
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/template"],
  catalogue: ["VS320"],
  cwe: [377],
  *check({ data }) {
    for (const { stanza } of data.templates) {
      const destination = settingOf(stanza, "destination");
      if (!destination?.value || !SHARED.test(destination.value)) continue;
      const name = destination.value.slice(destination.value.lastIndexOf("/") + 1);
      const range = destination.nameRange;
      yield { message: "the destination lies in a shared folder", range, paste: `destination = "/run/app/${name}"` };
    }
  }
});

// rules/vault-agent/duplicate-setting.ts
var duplicate_setting_default = defineRule({
  artifact: "vault-agent",
  title: "setting that stands twice in an Agent's configuration",
  severity: "medium",
  confidence: "high",
  why: "Vault 1.21 and later refuse the file and the Agent does not start; before, one of the two lines did nothing",
  fix: "delete one of the two lines",
  references: ["https://developer.hashicorp.com/vault/docs/updates/important-changes"],
  catalogue: ["VS704"],
  *check({ data }) {
    for (const { name, nameRange } of repeatedSettings(data.root))
      yield { message: `${name} is set twice`, range: nameRange };
  }
});

// rules/vault-agent/exit-after-auth.ts
var exit_after_auth_default = defineRule({
  artifact: "vault-agent",
  title: "Agent that ends after its first login",
  severity: "low",
  confidence: "medium",
  why: "nobody renews or rotates what was rendered: the secrets end with their lease, and the application with them",
  fix: "leave `exit_after_auth` off in a sidecar; name the file of an init container so (`agent-init.hcl`)",
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent#exit_after_auth"],
  catalogue: ["VS316"],
  *check({ data, origin }) {
    const setting = settingOf(data.root, "exit_after_auth");
    if (!setting || !isOn2(setting) || /init|once|job|bootstrap/i.test(origin.path)) return;
    if (stanzaOf(data.root, "template", "env_template", "cache", "api_proxy") === void 0) return;
    yield { message: "exit_after_auth is on", range: setting.nameRange, paste: "exit_after_auth = false" };
  }
});

// rules/vault-agent/forced-identity.ts
var forced_identity_default = defineRule({
  artifact: "vault-agent",
  title: "Agent that replaces its clients' tokens by its own",
  severity: "low",
  confidence: "high",
  why: "a client with few rights gets the Agent's: its own token is thrown away, and the audit log names the Agent",
  fix: "set `use_auto_auth_token = true`, which leaves the token of a client that has one",
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/proxy/apiproxy"],
  catalogue: ["VS314"],
  cwe: [269],
  *check({ data }) {
    const { autoAuthToken } = agentParts(data);
    if (autoAuthToken?.value?.toLowerCase() === "force")
      yield {
        message: "use_auto_auth_token is force",
        range: autoAuthToken.nameRange,
        paste: "use_auto_auth_token = true"
      };
  }
});

// rules/vault-agent/kv-version-2-field.ts
var kv_version_2_field_default = defineRule({
  artifact: "secret-template",
  title: "field of a KV version 2 secret that is not there",
  severity: "medium",
  confidence: "medium",
  why: "version 2 puts fields below `.Data.data`: this one renders `<no value>`, which the application takes for the secret",
  fix: "write `.Data.data.NAME` for paths with `/data/`, and set `error_on_missing_key = true`",
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/template#template-examples"],
  catalogue: ["VS310"],
  *check({ data }) {
    for (const { path, range, secret } of data.fields) {
      const source = secret === void 0 ? void 0 : data.secrets[secret];
      if (source?.call !== "secret" || !/^\/?(?:[\w-]+\/){1,2}data\//.test(source.path)) continue;
      const field = /^\.Data\.(\w+)/.exec(path)?.[1];
      if (field === void 0 || field === "data" || field === "metadata") continue;
      const rest = path.slice(".Data".length);
      yield { message: `.Data.${field} of a KV version 2 secret`, range, paste: `.Data.data${rest}` };
    }
  }
});

// src/analysis/network-address.ts
function hostOf(address) {
  const authority = address.trim().replace(/^[a-z][\w+.-]*:\/\//i, "").replace(/[/?#].*$/s, "").replace(/^[^@]*@/, "");
  const bracketed = /^\[([^\]]*)\]/.exec(authority);
  if (bracketed) return bracketed[1].toLowerCase();
  return (/^[^:]*:[^:]*$/.test(authority) ? authority.replace(/:.*$/, "") : authority).toLowerCase();
}
function isLoopbackHost(host) {
  return host === "localhost" || /^127(?:\.\d{1,3}){3}$/.test(host) || host === "::1";
}
function isEveryAddress(host) {
  return host === "" || host === "0.0.0.0" || host === "::" || host === "*";
}
var INTERNAL = /^[^.:]+$|\.(?:internal|local|localdomain|svc|consul|lan|corp|home|intranet|private|priv|test|localhost)$|\.svc\.|^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.|^f[cd][\da-f]{2}:|^fe80:/;
function isInternalHost(host) {
  return INTERNAL.test(host);
}
function isFilledInLater(value) {
  return /\$\{?|\{\{|<|__\w+__|%\w+%|^[A-Z][A-Z0-9_]+$|\bYOUR[_-]/.test(value);
}

// rules/vault-agent/listener-gives-identity.ts
var listener_gives_identity_default = defineRule({
  artifact: "vault-agent",
  title: "listener that lends the Agent's identity to the network",
  severity: "high",
  confidence: "high",
  why: "whoever reaches the port uses Vault as this application: the Agent adds its own token to their requests",
  fix: "listen on 127.0.0.1 or a Unix socket, and set `require_request_header = true`",
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/proxy/apiproxy"],
  catalogue: ["VS314"],
  cwe: [306],
  *check({ data }) {
    const { autoAuthToken, listeners } = agentParts(data);
    if (!isOn2(autoAuthToken) && autoAuthToken?.value?.toLowerCase() !== "force") return;
    for (const listener of listeners) {
      const address = settingOf(listener, "address");
      if (labelOf(listener) !== "tcp" || textOf(listener, "role") === "metrics_only" || !address?.value) continue;
      if (isFilledInLater(address.value) || isLoopbackHost(hostOf(address.value))) continue;
      if (isOn2(settingOf(listener, "tls_require_and_verify_client_cert"))) continue;
      const port = /:(\d+)$/.exec(address.value)?.[1] ?? "8100";
      yield {
        message: "the listener adds its own token to requests of the whole network",
        range: address.nameRange,
        paste: `address = "127.0.0.1:${port}"`
      };
    }
  }
});

// rules/vault-agent/listener-plain-http.ts
var listener_plain_http_default = defineRule({
  artifact: "vault-agent",
  title: "Agent that serves the network over plain HTTP",
  severity: "medium",
  confidence: "high",
  why: "whoever sits on the network reads the tokens and secrets that pass between the applications and the Agent",
  fix: "listen on 127.0.0.1 or a Unix socket, or give the listener `tls_cert_file` and `tls_key_file`",
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent#listener-stanza"],
  catalogue: ["VS314"],
  cwe: [319],
  *check({ data }) {
    for (const listener of agentParts(data).listeners) {
      const off = settingOf(listener, "tls_disable");
      const address = textOf(listener, "address");
      if (labelOf(listener) !== "tcp" || !isOn2(off) || textOf(listener, "role") === "metrics_only") continue;
      if (!address || isFilledInLater(address) || isLoopbackHost(hostOf(address))) continue;
      yield { message: "tls_disable is on for the whole network", range: off.nameRange, paste: "tls_disable = false" };
    }
  }
});

// rules/vault-agent/literal-credential.ts
var literal_credential_default = defineRule({
  artifact: "vault-agent",
  title: "credential written into the Agent's configuration",
  severity: "high",
  confidence: "high",
  why: "whoever reads the file, the image or the repository logs in to Vault as this application",
  fix: "use a file that is mounted at run time, or the identity of the platform",
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/autoauth"],
  catalogue: ["VS307"],
  cwe: [798],
  *check({ data }) {
    for (const setting of agentParts(data).login?.settings ?? []) {
      if (isSecretName(setting.name) && isRealValue(setting.value))
        yield { message: `${setting.name} is written out`, range: setting.nameRange, secret: setting.range };
    }
  }
});

// rules/vault-agent/login-file-in-tmp.ts
var SHARED2 = /^\/(?:var\/)?tmp\//;
var SETTINGS = ["role_id_file_path", "secret_id_file_path", "token_file_path", "password_file_path", "path"];
var login_file_in_tmp_default = defineRule({
  artifact: "vault-agent",
  title: "Agent's login kept in a folder that everybody shares",
  severity: "medium",
  confidence: "high",
  why: "every user and process of the machine finds the file under /tmp, and may put its own in its place",
  fix: "mount the file for the Agent only, such as a tmpfs at /run/approle with mode 0400",
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/autoauth/methods/approle"],
  catalogue: ["VS306"],
  cwe: [379],
  *check({ data }) {
    const { login } = agentParts(data);
    for (const name of SETTINGS) {
      const setting = settingOf(login, name);
      if (!setting?.value || !SHARED2.test(setting.value)) continue;
      const paste = `${name} = "/run/approle/${setting.value.slice(setting.value.lastIndexOf("/") + 1)}"`;
      yield { message: `${name} lies in a shared temporary folder`, range: setting.nameRange, paste };
    }
  }
});

// rules/vault-agent/missing-key-ignored.ts
var missing_key_ignored_default = defineRule({
  artifact: "vault-agent",
  title: "template that renders a missing secret as `<no value>`",
  severity: "low",
  confidence: "high",
  why: "where the secret has no such field, the application starts with the text `<no value>` as its password",
  fix: "set `error_on_missing_key = true` in every template",
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/template#template-stanza"],
  catalogue: ["VS310"],
  cwe: [754],
  *check({ data }) {
    for (const template of [...data.templates, ...data.envTemplates]) {
      const { stanza } = template;
      const setting = settingOf(stanza, "error_on_missing_key");
      if (isOn2(setting) || !mayMissKey(template)) continue;
      yield {
        message: setting ? "error_on_missing_key is off" : "error_on_missing_key is not set, and off by default",
        range: setting?.nameRange ?? stanza.nameRange,
        paste: "error_on_missing_key = true"
      };
    }
  }
});
function mayMissKey({ body }) {
  return body === void 0 || body.fields.some(({ path }) => /^\.Data\.(?!data$)\w/.test(path));
}

// rules/vault-agent/no-ca-certificate.ts
var no_ca_certificate_default = defineRule({
  artifact: "vault-agent",
  title: "Agent without the CA of an internal Vault",
  severity: "low",
  confidence: "medium",
  why: "no public authority signs for an internal name: the Agent fails, or every CA of the image may sign for Vault",
  fix: "name the file of the CA that signed for Vault in `ca_cert`, so that no other one counts",
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent#vault-stanza"],
  catalogue: ["VS303"],
  cwe: [295],
  *check({ data }) {
    const { vault } = agentParts(data);
    const address = settingOf(vault, "address");
    if (!/^https:/i.test(address?.value ?? "") || isFilledInLater(address.value)) return;
    if (settingOf(vault, "ca_cert") || settingOf(vault, "ca_path") || isOn2(settingOf(vault, "tls_skip_verify"))) return;
    const host = hostOf(address.value);
    if (isInternalHost(host) && !isLoopbackHost(host))
      yield {
        message: "no CA is named for an internal address",
        range: address.nameRange,
        paste: 'ca_cert = "/etc/vault/ca.pem"'
      };
  }
});

// rules/vault-agent/no-cache.ts
var no_cache_default = defineRule({
  artifact: "vault-agent",
  title: "Agent that hands requests on without a cache",
  severity: "low",
  confidence: "medium",
  why: "every read of every replica reaches Vault: a burst of restarts becomes an outage, and each read a lease of its own",
  fix: "add a `cache {}` stanza, so that one token and one lease serve all requests of the container",
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/caching"],
  catalogue: ["VS313"],
  *check({ data }) {
    const { cache, listeners } = agentParts(data);
    const serving = listeners.find((listener) => textOf(listener, "role") !== "metrics_only");
    if (!serving || cache || !stanzaOf(data.root, "auto_auth")) return;
    yield { message: "requests are handed on without a cache", range: serving.nameRange, paste: "cache {}" };
  }
});

// rules/vault-agent/no-client-certificate.ts
var no_client_certificate_default = defineRule({
  artifact: "vault-agent",
  title: "Agent without a certificate of its own (mutual TLS)",
  severity: "info",
  confidence: "medium",
  why: "a stolen RoleID and SecretID work from every machine that reaches Vault, and not from this one only",
  fix: "give the `vault` stanza `client_cert` and `client_key`, and let the listener of Vault ask for them",
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent#vault-stanza"],
  catalogue: ["VS303"],
  cwe: [306],
  *check({ data }) {
    const { vault, method } = agentParts(data);
    const address = settingOf(vault, "address");
    if (!address || !/^https:/i.test(address.value ?? "")) return;
    if (!method || !/^(?:approle|token_file|ldap)$/.test(labelOf(method)) || settingOf(vault, "client_cert")) return;
    yield {
      message: "no client certificate is set",
      range: address.nameRange,
      paste: 'client_cert = "/etc/vault/agent.pem"'
    };
  }
});

// rules/vault-agent/quit-endpoint.ts
var quit_endpoint_default = defineRule({
  artifact: "vault-agent",
  title: "endpoint that stops the Agent without a login",
  severity: "medium",
  confidence: "high",
  why: "whoever reaches the listener ends the Agent with one request, and with it the renewal of every secret",
  fix: "leave `enable_quit` off, or bind the listener to 127.0.0.1 where a job has to end its sidecar",
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent#quit"],
  catalogue: ["VS315"],
  cwe: [306],
  *check({ data }) {
    for (const listener of agentParts(data).listeners) {
      const setting = settingOf(stanzaOf(listener, "agent_api", "proxy_api"), "enable_quit");
      if (!setting || !isOn2(setting)) continue;
      const isLocal = isLoopbackHost(hostOf(textOf(listener, "address") ?? ""));
      yield {
        message: "enable_quit is on",
        range: setting.nameRange,
        paste: "enable_quit = false",
        ...isLocal ? { severity: "info" } : {}
      };
    }
  }
});

// rules/vault-agent/request-header-not-required.ts
var request_header_not_required_default = defineRule({
  artifact: "vault-agent",
  title: "Agent's identity lent without the request header",
  severity: "low",
  confidence: "high",
  why: "an application that fetches an address for an attacker (SSRF) can be sent to the Agent, which adds its token",
  fix: "set `require_request_header = true`; the clients of Vault send `X-Vault-Request: true` by themselves",
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent#listener-stanza"],
  catalogue: ["VS314"],
  cwe: [918],
  *check({ data }) {
    const { autoAuthToken, listeners } = agentParts(data);
    if (!isOn2(autoAuthToken) && autoAuthToken?.value?.toLowerCase() !== "force") return;
    for (const listener of listeners) {
      if (labelOf(listener) !== "tcp" || textOf(listener, "role") === "metrics_only") continue;
      const setting = settingOf(listener, "require_request_header");
      if (isOn2(setting)) continue;
      const range = setting?.nameRange ?? listener.nameRange;
      yield { message: "require_request_header is not on", range, paste: "require_request_header = true" };
    }
  }
});

// rules/vault-agent/retry-failure-ignored.ts
var retry_failure_ignored_default = defineRule({
  artifact: "vault-agent",
  title: "Agent that lives on when it can no longer render",
  severity: "info",
  confidence: "medium",
  why: "after its last try the Agent stays up with old secrets: the container looks healthy until the lease ends",
  fix: "set `exit_on_retry_failure = true` where a restart helps, or watch the files that it renders",
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/template#global-configurations"],
  catalogue: ["VS311"],
  *check({ data }) {
    const [first] = [...data.templates, ...data.envTemplates];
    if (!first) return;
    const { templateConfig } = agentParts(data);
    const setting = settingOf(templateConfig, "exit_on_retry_failure");
    if (isOn2(setting)) return;
    const range = setting?.nameRange ?? templateConfig?.nameRange ?? first.stanza.nameRange;
    yield { message: "exit_on_retry_failure is not on", range, paste: "exit_on_retry_failure = true" };
  }
});

// rules/vault-agent/retry-off.ts
var LONG_BACKOFF_SECONDS = 900;
var retry_off_default = defineRule({
  artifact: "vault-agent",
  title: "Agent that hardly tries again",
  severity: "low",
  confidence: "high",
  why: "one restart or failover of Vault is enough to stop it, and the application starts or stays without secrets",
  fix: "leave `num_retries` at its default of 12, `exit_on_err` off, and `max_backoff` at a few minutes",
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent#retry-stanza"],
  catalogue: ["VS317"],
  *check({ data }) {
    const { vault, method } = agentParts(data);
    const retries = settingOf(stanzaOf(vault, "retry"), "num_retries");
    if (retries?.value === "-1" || retries?.value === "1")
      yield { message: "num_retries allows no second try", range: retries.nameRange, paste: "num_retries = 12" };
    const backoff = settingOf(method, "max_backoff");
    if ((secondsOf(backoff) ?? 0) > LONG_BACKOFF_SECONDS)
      yield {
        message: "max_backoff waits long before the next login",
        range: backoff.nameRange,
        paste: 'max_backoff = "5m"'
      };
  }
});

// rules/vault-agent/secret-id-kept.ts
var secret_id_kept_default = defineRule({
  artifact: "vault-agent",
  title: "SecretID left on disk after the login",
  severity: "medium",
  confidence: "high",
  why: "whoever reads the file later, or a backup of it, logs in as this application",
  fix: "leave `remove_secret_id_file_after_reading` at its default, true, and hand over a new SecretID for each start",
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/autoauth/methods/approle"],
  catalogue: ["VS304"],
  cwe: [522],
  *check({ data }) {
    const { login } = agentParts(data);
    const setting = settingOf(login, "remove_secret_id_file_after_reading");
    if (setting && isOff(setting) && settingOf(login, "secret_id_file_path"))
      yield {
        message: "remove_secret_id_file_after_reading is off",
        range: setting.nameRange,
        paste: "remove_secret_id_file_after_reading = true"
      };
  }
});

// rules/vault-agent/secret-id-unwrapped.ts
var secret_id_unwrapped_default = defineRule({
  artifact: "vault-agent",
  title: "SecretID handed over without response wrapping",
  severity: "medium",
  confidence: "medium",
  why: "whoever sees the SecretID on its way uses it unnoticed; a wrapping token works once, so a theft shows",
  fix: "create the SecretID with `-wrap-ttl=5m`, hand over the wrapping token, and say where it must come from",
  references: [
    "https://developer.hashicorp.com/vault/docs/agent-and-proxy/autoauth/methods/approle",
    "https://developer.hashicorp.com/vault/docs/concepts/response-wrapping"
  ],
  catalogue: ["VS305"],
  cwe: [522],
  *check({ data }) {
    const { method, login } = agentParts(data);
    const file = settingOf(login, "secret_id_file_path");
    if (!method || labelOf(method) !== "approle" || !file?.value) return;
    if (settingOf(login, "secret_id_response_wrapping_path")) return;
    const mount = (textOf(method, "mount_path") ?? "auth/approle").replace(/\/$/, "");
    const paste = `secret_id_response_wrapping_path = "${mount}/role/ROLE/secret-id"`;
    yield { message: "secret_id_file_path holds a SecretID that is not wrapped", range: file.nameRange, paste };
  }
});

// rules/vault-agent/secret-in-child-environment.ts
var secret_in_child_environment_default = defineRule({
  artifact: "vault-agent",
  title: "secret given to a process by its environment",
  severity: "info",
  confidence: "high",
  why: "every child of the process inherits it, and crash reports, debug pages and /proc show it",
  fix: 'use a `template` with `perms = "0400"` on a tmpfs where the application can read a file',
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/process-supervisor"],
  catalogue: ["VS322"],
  cwe: [526],
  *check({ data }) {
    const [first] = data.envTemplates;
    if (!first) return;
    const count = data.envTemplates.length;
    const name = first.stanza.label ?? "a variable";
    const message = count === 1 ? `env_template sets ${name}` : `env_template sets ${name} and ${count - 1} more`;
    yield { message, range: first.stanza.nameRange };
  }
});

// rules/vault-agent/secret-through-shell.ts
var SHELL = /^(?:\S*\/)?(?:ba|da|a|k|z)?sh$/;
var secret_through_shell_default = defineRule({
  artifact: "vault-agent",
  title: "secret that goes through a shell command of the Agent",
  severity: "medium",
  confidence: "medium",
  why: "what the shell puts into arguments or into its environment is in /proc and in logs, for other users to read",
  fix: 'let the application read the file itself, and let `exec` only tell it: `command = ["/usr/bin/reload-app"]`',
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/template#exec-stanza"],
  catalogue: ["VS318"],
  cwe: [214],
  *check({ data }) {
    for (const { stanza } of data.templates) {
      const destination = settingOf(stanza, "destination")?.value;
      if (!destination) continue;
      for (const { words, range } of commandsOf(stanza)) {
        if (spillsFile(words, destination))
          yield { message: "the command puts the rendered secret through a shell", range };
      }
    }
    const names3 = data.envTemplates.map(({ stanza }) => stanza.label ?? "").filter((name) => name !== "");
    for (const { words, range } of commandsOf(data.root)) {
      const spilled = names3.find((name) => spillsVariable(words, name));
      if (spilled !== void 0) yield { message: `the shell puts ${spilled} into the arguments of a program`, range };
    }
  }
});
function commandsOf(stanza) {
  const settings = [settingOf(stanza, "command"), settingOf(stanzaOf(stanza, "exec"), "command")];
  return settings.flatMap(
    (setting) => setting ? { words: setting.items.map(({ value }) => value), range: setting.nameRange } : []
  );
}
function scriptOf(words) {
  if (words.length === 1) return words[0];
  return SHELL.test(words[0] ?? "") ? words.slice(1).join(" ") : void 0;
}
function spillsFile(words, file) {
  const script = scriptOf(words);
  if (!script?.includes(file)) return false;
  const name = file.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?:\\$\\(|\`)[^)\`]*${name}|(?:^|[;&|\\s"'])(?:\\.|source|cat)\\s+["']?${name}`).test(script);
}
function spillsVariable(words, name) {
  const script = scriptOf(words);
  if (script === void 0 || words.length === 1 && !/[\s;|&]/.test(script)) return false;
  return new RegExp(`\\s-[\\w-]*[=\\s]?["']?\\$\\{?${name}\\b|\\becho\\s+[^|;&]*\\$\\{?${name}\\b`).test(script);
}

// rules/vault-agent/sink-on-disk.ts
var ON_DISK = /^(?:\/(?:etc|var\/(?:lib|tmp|log|opt|cache)|opt|root|srv|data|usr|mnt|tmp|app|vault(?!\/secrets\/)|vault-agent|home\/(?!vault\/)[^/]+)\/|\.{1,2}\/|[\w-]+\/|[\w.-]+$|~\/)/;
var sink_on_disk_default = defineRule({
  artifact: "vault-agent",
  title: "Agent's token kept on disk in clear",
  severity: "low",
  confidence: "medium",
  why: "the token lies in backups, snapshots and volumes, where whoever finds it is the application",
  fix: "write it to a tmpfs such as /run, or set `wrap_ttl`, or `dh_type` and `dh_path`, so that the file is no token",
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/autoauth#response-wrapping-tokens"],
  catalogue: ["VS312"],
  cwe: [312],
  *check({ data }) {
    const { sinks, method } = agentParts(data);
    if (settingOf(method, "wrap_ttl")) return;
    for (const sink of sinks) {
      if (labelOf(sink) !== "file" || settingOf(sink, "wrap_ttl") || settingOf(sink, "dh_type")) continue;
      const path = settingOf(stanzaOf(sink, "config"), "path");
      if (!path?.value || !ON_DISK.test(path.value)) continue;
      const name = path.value.slice(path.value.lastIndexOf("/") + 1);
      yield {
        message: "the token is written to disk in clear",
        range: path.nameRange,
        paste: `path = "/run/vault/${name}"`
      };
    }
  }
});

// rules/vault-agent/sink-readable.ts
var sink_readable_default = defineRule({
  artifact: "vault-agent",
  title: "token file that others than its owner may read",
  severity: "low",
  confidence: "high",
  why: "the sink writes the token with mode 0640 unless told: whoever reads the file has every right of the Agent",
  fix: "set `mode = 0600` (a number, not a text) in the `config` of the sink",
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/autoauth/sinks/file"],
  catalogue: ["VS312"],
  cwe: [732],
  *check({ data }) {
    for (const sink of agentParts(data).sinks) {
      if (labelOf(sink) !== "file") continue;
      const config = stanzaOf(sink, "config");
      const setting = settingOf(config, "mode");
      if (setting && !setting.isBare) {
        yield { message: "mode is a text, which the Agent refuses", range: setting.nameRange, paste: "mode = 0600" };
        continue;
      }
      const mode = setting ? modeOf(setting) : 416;
      if (mode === void 0 || (mode & 63) === 0) continue;
      const isOpen = (mode & 7) !== 0;
      yield {
        message: setting ? "mode lets others read the token" : "no mode: the token is written with mode 0640",
        range: setting?.nameRange ?? sink.nameRange,
        paste: "mode = 0600",
        ...isOpen ? { severity: "medium" } : {}
      };
    }
  }
});

// rules/vault-agent/slow-static-render.ts
var DEFAULT_SECONDS = 300;
var slow_static_render_default = defineRule({
  artifact: "vault-agent",
  title: "changed KV secrets that reach the application late",
  severity: "low",
  confidence: "medium",
  why: "a password that was changed after a leak stays in use until the next look, and logins fail meanwhile",
  fix: "leave `static_secret_render_interval` at its default of 5 minutes or below",
  references: [
    "https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/template#static_secret_render_interval"
  ],
  catalogue: ["VS321"],
  *check({ data }) {
    const interval = settingOf(agentParts(data).templateConfig, "static_secret_render_interval");
    if ((secondsOf(interval) ?? 0) > DEFAULT_SECONDS)
      yield {
        message: `static_secret_render_interval is ${interval.value}`,
        range: interval.nameRange,
        paste: 'static_secret_render_interval = "5m"'
      };
  }
});

// rules/vault-agent/static-token.ts
var static_token_default = defineRule({
  artifact: "vault-agent",
  title: "Agent that logs in with a static token",
  severity: "medium",
  confidence: "high",
  why: "a token in a file is a password: whoever reads it is the application, from anywhere, until somebody revokes it",
  fix: "use a method that proves where it runs (`kubernetes`, `jwt`, `aws`, `cert`) or `approle` with a wrapped SecretID",
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/autoauth/methods/token_file"],
  catalogue: ["VS307"],
  cwe: [522],
  *check({ data }) {
    const { method, vault } = agentParts(data);
    if (method && /^token[_-]file$/.test(labelOf(method)))
      yield { message: "the method is token_file", range: method.nameRange, paste: 'method "approle" {' };
    const token = settingOf(vault, "token");
    if (token?.value)
      yield {
        message: "the vault stanza holds a token",
        range: token.nameRange,
        secret: token.range,
        severity: "high"
      };
  }
});

// rules/vault-agent/template-backup.ts
var template_backup_default = defineRule({
  artifact: "vault-agent",
  title: "old secret kept beside the new one",
  severity: "medium",
  confidence: "high",
  why: "each rotation leaves the secret before it in a `.bak` file that nobody watches",
  fix: "take `backup` out: its default is false, and Vault keeps the versions",
  references: ["https://github.com/hashicorp/consul-template/blob/main/docs/configuration.md#templates"],
  catalogue: ["VS309"],
  cwe: [312],
  *check({ data }) {
    for (const { stanza } of data.templates) {
      const backup = settingOf(stanza, "backup");
      if (backup && isOn2(backup))
        yield { message: "backup keeps the secret before", range: backup.nameRange, paste: "backup = false" };
    }
  }
});

// rules/vault-agent/template-not-reread.ts
var READ_EACH_TIME = /\.(?:html?|sh|py|txt|md)$/i;
var template_not_reread_default = defineRule({
  artifact: "vault-agent",
  title: "rendered secret that nothing reads again",
  severity: "low",
  confidence: "medium",
  why: "the Agent rotates the file and the application goes on with the old value, until it fails or is restarted",
  fix: "add an `exec` that makes the application read the file again, or restart it; or let it watch the file",
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/template#exec-stanza"],
  catalogue: ["VS311"],
  *check({ data }) {
    if (isOn2(settingOf(data.root, "exit_after_auth"))) return;
    for (const { stanza } of data.templates) {
      const command = settingOf(stanza, "command") ?? settingOf(stanzaOf(stanza, "exec"), "command");
      const destination = settingOf(stanza, "destination");
      if (!destination?.value || READ_EACH_TIME.test(destination.value)) continue;
      if (command?.items.some(({ value }) => value !== "")) continue;
      yield {
        message: "no command follows the rendering",
        range: destination.nameRange,
        paste: 'exec { command = ["/usr/bin/reload-app"] }'
      };
    }
  }
});

// rules/vault-agent/template-world-readable.ts
var template_world_readable_default = defineRule({
  artifact: "vault-agent",
  title: "rendered secret that every user may read",
  severity: "medium",
  confidence: "high",
  why: "without `perms` the Agent writes mode 0644: every process that sees the folder reads the secret",
  fix: "set `perms` to 0400, or to 0440 with a group of its own",
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent/template#template-stanza"],
  catalogue: ["VS308"],
  cwe: [732],
  *check({ data }) {
    for (const template of data.templates) {
      const { stanza } = template;
      const perms = settingOf(stanza, "perms");
      const mode = perms ? modeOf(perms) : 420;
      const destination = textOf(stanza, "destination");
      if (mode === void 0 || (mode & 7) === 0 || !destination || /^[A-Za-z]:[\\/]/.test(destination)) continue;
      if (isPublic(template, destination)) continue;
      const message = perms ? "perms lets every user read the secret" : "no perms: the secret is written with mode 0644";
      yield { message, range: perms?.nameRange ?? stanza.nameRange, paste: 'perms = "0400"' };
    }
  }
});
function isPublic({ body }, destination) {
  const fields = body?.fields.filter(({ path }) => path !== ".Data") ?? [];
  if (fields.length > 0)
    return fields.every(({ path }) => /\.(?:certificate|issuing_ca|ca_chain|Cert|CA|CAChain)$/.test(path));
  return /(?:^|[/_.-])(?:ca|certs?|chain|fullchain|certificate|ca-bundle)\.(?:pem|crt|cer)$/i.test(destination);
}

// rules/vault-agent/tls-skip-verify.ts
var tls_skip_verify_default = defineRule({
  artifact: "vault-agent",
  title: "Agent that does not check Vault's certificate",
  severity: "high",
  confidence: "high",
  why: "anyone on the network can play Vault, take the login and hand the application false secrets",
  fix: "take `tls_skip_verify` out, and name the file of the CA in `ca_cert`",
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent#vault-stanza"],
  catalogue: ["VS302"],
  cwe: [295],
  *check({ data }) {
    const setting = settingOf(agentParts(data).vault, "tls_skip_verify");
    if (setting && isOn2(setting))
      yield { message: "tls_skip_verify is on", range: setting.nameRange, paste: 'ca_cert = "/etc/vault/ca.pem"' };
  }
});

// rules/vault-agent/verbose-log.ts
var verbose_log_default = defineRule({
  artifact: "vault-agent",
  title: "Agent that logs every detail",
  severity: "low",
  confidence: "high",
  why: "paths, roles and addresses of all secrets go to the logs, which more people read than Vault",
  fix: 'set `log_level = "info"`, and raise it for the time of a search only',
  references: ["https://developer.hashicorp.com/vault/docs/agent-and-proxy/agent#log_level"],
  catalogue: ["VS319"],
  cwe: [532],
  *check({ data }) {
    const level = settingOf(data.root, "log_level");
    if (/^(?:trace|debug)$/i.test(level?.value ?? ""))
      yield {
        message: `log_level is ${level.value.toLowerCase()}`,
        range: level.nameRange,
        paste: 'log_level = "info"'
      };
  }
});

// rules/vault-config/api-address-http.ts
var api_address_http_default = defineRule({
  artifact: "vault-server",
  title: "Vault that sends its clients to a plain HTTP address",
  severity: "medium",
  confidence: "high",
  why: "a standby answers with this address: clients follow it and send their tokens in clear",
  fix: "write an `https://` address in `api_addr`",
  references: ["https://developer.hashicorp.com/vault/docs/configuration#api_addr"],
  catalogue: ["VS704"],
  cwe: [319],
  *check({ data }) {
    for (const name of ["api_addr", "redirect_addr", "advertise_addr"]) {
      const setting = settingOf(data.root, name);
      if (setting && isPlainHttp(setting.value))
        yield {
          message: `${name} is an http:// address`,
          range: setting.nameRange,
          paste: `${name} = "${setting.value.replace(/^http:/i, "https:")}"`
        };
    }
  }
});

// rules/vault-config/cluster-address.ts
var cluster_address_default = defineRule({
  artifact: "vault-server",
  title: "address at which the other nodes do not find this one",
  severity: "low",
  confidence: "high",
  why: "the node tells the others its loopback address: no second one can join, and the loss of this one stops Vault",
  fix: "set `cluster_addr` to the address of this node that the others reach, port 8201",
  references: ["https://developer.hashicorp.com/vault/docs/configuration#cluster_addr"],
  catalogue: ["VS704"],
  *check({ data }) {
    const setting = settingOf(data.root, "cluster_addr");
    const isJoining = stanzaOf(stanzaOf(data.root, "storage", "backend"), "retry_join") !== void 0;
    if (setting?.value && isJoining && isLoopbackHost(hostOf(setting.value)))
      yield {
        message: "cluster_addr is a loopback address",
        range: setting.nameRange,
        paste: 'cluster_addr = "https://vault-1.example.com:8201"'
      };
  }
});

// rules/vault-config/cors-everywhere.ts
var cors_everywhere_default = defineRule({
  artifact: "vault-server",
  title: "Vault that any web page may call",
  severity: "medium",
  confidence: "high",
  why: "a page that an operator visits may send requests to Vault from the operator's browser and read the answers",
  fix: "name the origins of your own pages in `cors_allowed_origins`",
  references: ["https://developer.hashicorp.com/vault/docs/configuration/listener/tcp#cors_allowed_origins"],
  catalogue: ["VS704"],
  cwe: [942],
  *check({ data }) {
    for (const listener of stanzasOf(data.root, "listener")) {
      const origins = settingOf(listener, "cors_allowed_origins");
      if (origins?.items.some(({ value }) => value === "*"))
        yield {
          message: "cors_allowed_origins is *",
          range: origins.nameRange,
          paste: 'cors_allowed_origins = ["https://console.example.com"]'
        };
    }
  }
});

// rules/vault-config/duplicate-setting.ts
var duplicate_setting_default2 = defineRule({
  artifact: "vault-server",
  title: "setting that stands twice in Vault's configuration",
  severity: "medium",
  confidence: "high",
  why: "Vault 1.21 and later refuse the file and the server does not start; before, one of the two lines did nothing",
  fix: "delete one of the two lines",
  references: ["https://developer.hashicorp.com/vault/docs/updates/important-changes"],
  catalogue: ["VS704"],
  *check({ data }) {
    for (const { name, nameRange } of repeatedSettings(data.root))
      yield { message: `${name} is set twice`, range: nameRange };
  }
});

// src/parsers/artifact.ts
function artifactsOf(project, kind) {
  return project.artifacts.filter((artifact) => artifact.kind === kind);
}
function isProjectArtifact(artifact) {
  return artifact.kind !== "file" && artifact.kind !== "project";
}

// rules/vault-config/few-raft-nodes.ts
var LEAST_NODES2 = 3;
var few_raft_nodes_default = defineRule({
  artifact: "project",
  needs: ["vault-server"],
  title: "Vault cluster of fewer than three nodes",
  severity: "low",
  confidence: "medium",
  why: "with one or two nodes the loss of one stops Vault, and every application with it: raft needs a majority",
  fix: "run three or five nodes, and name the others in `retry_join` (or use `auto_join`)",
  references: ["https://developer.hashicorp.com/vault/docs/configuration/storage/raft#retry_join-stanza"],
  catalogue: ["VS704"],
  *check({ data }) {
    const nodes = raftNodes(data);
    const [first] = nodes;
    if (!first || nodes.length >= LEAST_NODES2) return;
    const joins = nodes.flatMap(({ storage }) => stanzasOf(storage, "retry_join"));
    const leaders = new Set(joins.flatMap((join6) => textOf(join6, "leader_api_addr") ?? []));
    const isClear = nodes.length > 1 ? leaders.size < LEAST_NODES2 : leaders.size === 0;
    if (!isClear || joins.some((join6) => textOf(join6, "auto_join") !== void 0)) return;
    const message = nodes.length === 1 ? "the only raft node of this project joins no other" : "this project has two raft nodes";
    const paste = 'retry_join { leader_api_addr = "https://vault-2.example.com:8200" }';
    yield { message, path: first.path, range: first.storage.nameRange, paste };
  }
});
function raftNodes(project) {
  return artifactsOf(project, "vault-server").flatMap(({ path, data }) => {
    const storage = stanzasOf(data.root, "storage", "backend").find((stanza) => labelOf(stanza) === "raft");
    return storage && data.isWhole ? { path, storage } : [];
  });
}

// rules/vault-config/listener-without-tls.ts
var listener_without_tls_default = defineRule({
  artifact: "vault-server",
  title: "Vault served over plain HTTP",
  severity: "high",
  confidence: "high",
  why: "whoever sits on the network reads every token and every secret of every application",
  fix: "take `tls_disable` out, and give the listener `tls_cert_file` and `tls_key_file`",
  references: [
    "https://developer.hashicorp.com/vault/docs/configuration/listener/tcp",
    "https://developer.hashicorp.com/vault/docs/concepts/production-hardening"
  ],
  catalogue: ["VS704"],
  cwe: [319],
  *check({ data }) {
    for (const listener of stanzasOf(data.root, "listener")) {
      const setting = settingOf(listener, "tls_disable");
      if (labelOf(listener) !== "tcp" || !setting || !isOn2(setting)) continue;
      const isLocal = isLoopbackHost(hostOf(textOf(listener, "address") ?? "127.0.0.1"));
      yield {
        message: isLocal ? "tls_disable is on for the loopback address" : "tls_disable is on",
        range: setting.nameRange,
        paste: 'tls_cert_file = "/vault/tls/tls.crt"',
        ...isLocal ? { severity: "low" } : {}
      };
    }
  }
});

// rules/vault-config/mlock-disabled.ts
var mlock_disabled_default = defineRule({
  artifact: "vault-server",
  title: "Vault's memory that may be swapped to disk",
  severity: "low",
  confidence: "medium",
  why: "a page that is swapped out leaves keys and secrets in clear on the disk of the machine",
  fix: "take `disable_mlock` out and give the container IPC_LOCK, or encrypt or switch off swap",
  references: ["https://developer.hashicorp.com/vault/docs/configuration#disable_mlock"],
  catalogue: ["VS704"],
  cwe: [591],
  *check({ data }) {
    const setting = settingOf(data.root, "disable_mlock");
    const storage = stanzaOf(data.root, "storage", "backend");
    if (!setting || !isOn2(setting) || !storage || labelOf(storage) === "raft") return;
    yield {
      message: `disable_mlock is on with storage ${labelOf(storage)}`,
      range: setting.nameRange,
      paste: "disable_mlock = false"
    };
  }
});

// rules/vault-config/mlock-unset.ts
var mlock_unset_default = defineRule({
  artifact: "vault-server",
  title: "integrated storage without a word on mlock",
  severity: "low",
  confidence: "medium",
  why: "Vault 1.20 and later do not start with integrated storage unless `disable_mlock` is set: an upgrade stops here",
  fix: "set `disable_mlock = true` and switch swap off, or `false` where the memory is large enough",
  references: ["https://developer.hashicorp.com/vault/docs/configuration#disable_mlock"],
  catalogue: ["VS704"],
  *check({ data }) {
    const storage = stanzaOf(data.root, "storage", "backend");
    if (!data.isWhole || !storage || labelOf(storage) !== "raft" || settingOf(data.root, "disable_mlock")) return;
    yield { message: "disable_mlock is not set", range: storage.nameRange, paste: "disable_mlock = true" };
  }
});

// rules/vault-config/no-auto-unseal.ts
var no_auto_unseal_default = defineRule({
  artifact: "vault-server",
  title: "Vault that people have to unseal by hand",
  severity: "low",
  confidence: "medium",
  why: "after each restart Vault is down until enough people type their keys, so the keys end up in scripts and chats",
  fix: "add a `seal` stanza with the KMS of the cloud, or `transit` of another Vault",
  references: ["https://developer.hashicorp.com/vault/docs/concepts/seal#auto-unseal"],
  catalogue: ["VS704"],
  *check({ data }) {
    const seals = stanzasOf(data.root, "seal", "hsm").filter((seal) => labelOf(seal) !== "shamir");
    if (!data.isWhole || seals.length > 0) return;
    const storage = stanzasOf(data.root, "storage", "backend").at(-1);
    yield {
      message: "no seal stanza: Vault is unsealed by hand",
      range: storage.nameRange,
      paste: 'seal "awskms" { kms_key_id = "alias/vault" }'
    };
  }
});

// rules/vault-config/no-client-certificates.ts
var no_client_certificates_default = defineRule({
  artifact: "vault-server",
  title: "listener that asks clients for no certificate (mutual TLS)",
  severity: "info",
  confidence: "medium",
  why: "a stolen token or SecretID works from every machine that reaches Vault",
  fix: "set `tls_require_and_verify_client_cert = true` and `tls_client_ca_file`, and give each client a certificate",
  references: [
    "https://developer.hashicorp.com/vault/docs/configuration/listener/tcp#tls_require_and_verify_client_cert"
  ],
  catalogue: ["VS704"],
  cwe: [306],
  *check({ data }) {
    for (const listener of stanzasOf(data.root, "listener")) {
      if (labelOf(listener) !== "tcp" || isOn2(settingOf(listener, "tls_disable"))) continue;
      if (isOn2(settingOf(listener, "tls_require_and_verify_client_cert"))) continue;
      if (isLoopbackHost(hostOf(textOf(listener, "address") ?? "127.0.0.1"))) continue;
      const range = settingOf(listener, "tls_disable_client_certs")?.nameRange ?? listener.nameRange;
      yield {
        message: "no client certificate is asked for",
        range,
        paste: "tls_require_and_verify_client_cert = true"
      };
    }
  }
});

// rules/vault-config/old-tls-version.ts
var old_tls_version_default = defineRule({
  artifact: "vault-server",
  title: "Vault that speaks outdated TLS",
  severity: "medium",
  confidence: "high",
  why: "TLS 1.0 and 1.1 have known weaknesses: whoever sits on the network may break the connection open",
  fix: "take `tls_min_version` out (its default is `tls12`) or set `tls13`",
  references: ["https://developer.hashicorp.com/vault/docs/configuration/listener/tcp#tls_min_version"],
  catalogue: ["VS704"],
  cwe: [326],
  *check({ data }) {
    for (const listener of stanzasOf(data.root, "listener")) {
      for (const name of ["tls_min_version", "tls_max_version"]) {
        const setting = settingOf(listener, name);
        if (/^tls1[01]$/i.test(setting?.value ?? ""))
          yield {
            message: `${name} is ${setting.value}`,
            range: setting.nameRange,
            paste: 'tls_min_version = "tls12"'
          };
      }
    }
  }
});

// rules/vault-config/raft-join-http.ts
var raft_join_http_default = defineRule({
  artifact: "vault-server",
  title: "node that joins its cluster over plain HTTP",
  severity: "high",
  confidence: "high",
  why: "whoever plays the leader at that address gets the node to join, and reads what the two exchange",
  fix: "write an `https://` address, and name the file of the CA in `leader_ca_cert_file`",
  references: ["https://developer.hashicorp.com/vault/docs/configuration/storage/raft#retry_join-stanza"],
  catalogue: ["VS704"],
  cwe: [319],
  *check({ data }) {
    for (const storage of stanzasOf(data.root, "storage", "backend", "ha_storage")) {
      for (const join6 of stanzasOf(storage, "retry_join")) {
        const leader = settingOf(join6, "leader_api_addr");
        const scheme = settingOf(join6, "auto_join_scheme");
        if (leader && isPlainHttp(leader.value)) {
          const paste = `leader_api_addr = "${leader.value.replace(/^http:/i, "https:")}"`;
          yield { message: "leader_api_addr is an http:// address", range: leader.nameRange, paste };
        }
        if (scheme?.value?.toLowerCase() === "http")
          yield { message: "auto_join_scheme is http", range: scheme.nameRange, paste: 'auto_join_scheme = "https"' };
      }
    }
  }
});

// rules/vault-config/raw-storage-endpoint.ts
var raw_storage_endpoint_default = defineRule({
  artifact: "vault-server",
  title: "endpoint that reads and writes raw storage",
  severity: "medium",
  confidence: "high",
  why: "a token with `sys/raw` reads every secret and rewrites policies past all rules of the engines",
  fix: "take `raw_storage_endpoint` out, and switch it on for the time of a repair only",
  references: ["https://developer.hashicorp.com/vault/docs/configuration#raw_storage_endpoint"],
  catalogue: ["VS704"],
  cwe: [489],
  *check({ data }) {
    for (const name of ["raw_storage_endpoint", "enable_raw_endpoint", "introspection_endpoint"]) {
      const setting = settingOf(data.root, name);
      if (setting && isOn2(setting))
        yield { message: `${name} is on`, range: setting.nameRange, paste: `${name} = false` };
    }
  }
});

// rules/vault-config/reachable-from-outside.ts
var reachable_from_outside_default = defineRule({
  artifact: "vault-server",
  title: "Vault that can be reached from outside",
  severity: "medium",
  confidence: "low",
  why: "every stolen token works from the whole internet, and so does every new weakness of the server",
  fix: "give Vault an internal name and address, and let only the networks of its clients reach port 8200",
  references: ["https://developer.hashicorp.com/vault/docs/concepts/production-hardening"],
  catalogue: ["VS704"],
  cwe: [668],
  *check({ data }) {
    const api = settingOf(data.root, "api_addr");
    if (!api?.value || isFilledInLater(api.value)) return;
    const host = hostOf(api.value);
    if (host === "" || isInternalHost(host) || isLoopbackHost(host) || isEveryAddress(host)) return;
    const isOpen = stanzasOf(data.root, "listener").some((listener) => {
      const address = textOf(listener, "address");
      return labelOf(listener) === "tcp" && address !== void 0 && isEveryAddress(hostOf(address));
    });
    if (isOpen)
      yield {
        message: "api_addr is a public name, and the listener takes requests from everywhere",
        range: api.nameRange,
        paste: 'api_addr = "https://vault.internal:8200"'
      };
  }
});

// rules/vault-config/seal-literal-key.ts
var CREDENTIALS = {
  alicloudkms: ["access_key", "secret_key"],
  awskms: ["access_key", "secret_key", "session_token"],
  azurekeyvault: ["client_secret"],
  gcpckms: ["credentials"],
  kmip: ["client_key"],
  ocikms: [],
  pkcs11: ["pin"],
  hsm: ["pin"],
  static: ["current_key", "previous_key"],
  transit: ["token"]
};
var seal_literal_key_default = defineRule({
  artifact: "vault-server",
  title: "credential of the seal written into the configuration",
  severity: "critical",
  confidence: "high",
  why: "with it and a copy of the storage an attacker unseals Vault on a machine of their own",
  fix: "give the machine an identity in the cloud, or set the seal's variable from a file that only Vault reads",
  references: [
    "https://developer.hashicorp.com/vault/docs/configuration/seal",
    "https://developer.hashicorp.com/vault/docs/concepts/production-hardening"
  ],
  catalogue: ["VS704"],
  cwe: [798],
  *check({ data }) {
    for (const seal of stanzasOf(data.root, "seal", "hsm")) {
      const kind = labelOf(seal);
      for (const name of CREDENTIALS[kind] ?? []) {
        const setting = settingOf(seal, name);
        const isPin = name === "pin" && /^\d{4,}$/.test(setting?.value ?? "");
        if (!setting || isReference(setting.value) || !(isPin || isRealValue(setting.value))) continue;
        const severity = name === "access_key" ? { severity: "medium" } : {};
        yield {
          message: `${name} of seal ${kind} is written out`,
          range: setting.nameRange,
          secret: setting.range,
          ...severity
        };
      }
    }
  }
});
function isReference(value) {
  return /^(?:env|file):\/\/|^\//.test(value ?? "");
}

// rules/vault-config/storage-in-memory.ts
var storage_in_memory_default = defineRule({
  artifact: "vault-server",
  title: "Vault that keeps its secrets in memory only",
  severity: "high",
  confidence: "high",
  why: "every secret, key and policy is gone with the first restart",
  fix: 'use integrated storage: `storage "raft"` on a volume that is backed up',
  references: ["https://developer.hashicorp.com/vault/docs/configuration/storage/in-memory"],
  catalogue: ["VS704"],
  *check({ data }) {
    for (const storage of stanzasOf(data.root, "storage", "backend")) {
      if (/^inmem/.test(labelOf(storage)))
        yield { message: `storage is ${labelOf(storage)}`, range: storage.nameRange, paste: 'storage "raft" {' };
    }
  }
});

// rules/vault-config/storage-literal-credential.ts
var KEY = /^(?:accountkey|account_key|key|secret_key|session_token|zk_auth|auth_info|circonus_api_token)$/i;
var URL_PASSWORD = /:\/\/[^/\s:@]*:([^/\s@]+)@|\bpassword=([^\s;&]+)/i;
var storage_literal_credential_default = defineRule({
  artifact: "vault-server",
  title: "credential of Vault's storage written into the configuration",
  severity: "high",
  confidence: "high",
  why: "whoever reads it deletes the storage, or puts back an old state with policies and tokens that were revoked",
  fix: "take it from the environment (`VAULT_PG_CONNECTION_URL`, `CONSUL_HTTP_TOKEN`) or use the identity of the machine",
  references: ["https://developer.hashicorp.com/vault/docs/configuration/storage"],
  catalogue: ["VS704"],
  cwe: [798],
  *check({ data }) {
    for (const stanza of stanzasOf(
      data.root,
      "storage",
      "backend",
      "ha_storage",
      "ha_backend",
      "service_registration",
      "telemetry"
    )) {
      const kind = labelOf(stanza) || stanza.type;
      for (const setting of stanza.settings) {
        const secret = secretOf(setting);
        if (secret)
          yield { message: `${setting.name} of ${kind} holds a credential`, range: setting.nameRange, secret };
      }
    }
  }
});
function secretOf({ name, value, range }) {
  if (value === void 0) return void 0;
  if (isSecretName(name) || KEY.test(name)) return isRealValue(value) && !value.startsWith("/") ? range : void 0;
  const match = URL_PASSWORD.exec(value);
  const password = match?.[1] ?? match?.[2];
  if (!match || password === void 0 || isFilledInLater(password) || /^(?:\*+|x+)$/i.test(password)) return void 0;
  return range;
}

// rules/vault-config/storage-without-acl.ts
var storage_without_acl_default = defineRule({
  artifact: "vault-server",
  title: "storage of Vault that asks for no login",
  severity: "info",
  confidence: "low",
  why: "whoever reaches the storage deletes it, or puts back an old state; the configuration shows no login to it",
  fix: "give Vault a Consul token (`CONSUL_HTTP_TOKEN`) or an etcd user of its own, with rights to its own path only",
  references: ["https://developer.hashicorp.com/vault/docs/configuration/storage/consul#acls"],
  catalogue: ["VS704"],
  cwe: [306],
  *check({ data }) {
    for (const storage of stanzasOf(data.root, "storage", "backend")) {
      const kind = labelOf(storage);
      const login = kind === "consul" ? ["token"] : kind === "etcd" ? ["username", "tls_cert_file"] : [];
      if (login.length === 0 || login.some((name) => settingOf(storage, name))) continue;
      const paste = kind === "consul" ? "CONSUL_HTTP_TOKEN" : 'tls_cert_file = "/vault/tls/etcd-client.pem"';
      yield { message: `no login to ${kind} is set here`, range: storage.nameRange, paste };
    }
  }
});

// rules/vault-config/storage-without-ha.ts
var SINGLE = /* @__PURE__ */ new Set([
  "file",
  "azure",
  "couchdb",
  "cassandra",
  "manta",
  "mssql",
  "s3",
  "swift",
  "cockroachdb",
  "aerospike"
]);
var storage_without_ha_default = defineRule({
  artifact: "vault-server",
  title: "storage that allows one Vault node only",
  severity: "medium",
  confidence: "high",
  why: "when this one node stops, every application is without secrets, and there is nothing to take a snapshot of",
  fix: 'use integrated storage, `storage "raft"`, with three or five nodes',
  references: ["https://developer.hashicorp.com/vault/docs/configuration/storage"],
  catalogue: ["VS704"],
  *check({ data }) {
    if (stanzaOf(data.root, "ha_storage", "ha_backend")) return;
    for (const storage of stanzasOf(data.root, "storage", "backend")) {
      if (SINGLE.has(labelOf(storage)))
        yield {
          message: `storage ${labelOf(storage)} has no high availability`,
          range: storage.nameRange,
          paste: 'storage "raft" {'
        };
    }
  }
});

// rules/vault-config/storage-without-tls.ts
var storage_without_tls_default = defineRule({
  artifact: "vault-server",
  title: "connection to Vault's storage without TLS",
  severity: "medium",
  confidence: "high",
  why: "whoever sits on the network reads the password of the storage, deletes what is there or puts old states back",
  fix: 'use TLS with a CA that is checked: `scheme = "https"`, `sslmode=verify-full`, `tls_ca_file`',
  references: ["https://developer.hashicorp.com/vault/docs/configuration/storage"],
  catalogue: ["VS704"],
  cwe: [319],
  *check({ data }) {
    for (const storage of stanzasOf(
      data.root,
      "storage",
      "backend",
      "ha_storage",
      "ha_backend",
      "service_registration"
    )) {
      const plain = plainSetting(storage);
      if (plain) yield plain;
      const skip = settingOf(storage, "tls_skip_verify");
      if (skip && isOn2(skip))
        yield { message: "tls_skip_verify is on", range: skip.nameRange, paste: 'tls_ca_file = "/vault/tls/ca.pem"' };
    }
  }
});
function plainSetting(storage) {
  const kind = labelOf(storage);
  if (kind === "consul") return plainConsul(storage);
  if (kind === "etcd") {
    const address = settingOf(storage, "address");
    const isPlain2 = address?.value?.split(",").some((one) => isPlainHttp(one));
    if (address && isPlain2)
      return {
        message: "etcd is spoken to over HTTP",
        range: address.nameRange,
        paste: 'address = "https://etcd.example.com:2379"'
      };
  }
  if (kind === "postgresql" || kind === "cockroachdb") {
    const url = settingOf(storage, "connection_url");
    if (url?.value && /\bsslmode=(?:disable|allow|prefer)\b/.test(url.value) && !isLoopbackHost(hostOf(url.value)))
      return { message: "sslmode allows a connection without TLS", range: url.nameRange, paste: "sslmode=verify-full" };
  }
  if (kind === "mysql" || kind === "zookeeper") {
    const address = settingOf(storage, "address");
    const hasTls = settingOf(storage, kind === "mysql" ? "tls_ca_file" : "tls_enabled") !== void 0;
    if (address?.value && !hasTls && !isFilledInLater(address.value) && !isLoopbackHost(hostOf(address.value)))
      return {
        message: `${kind} is spoken to without TLS`,
        range: address.nameRange,
        paste: kind === "mysql" ? 'tls_ca_file = "/vault/tls/ca.pem"' : "tls_enabled = true"
      };
  }
  return void 0;
}
function plainConsul(storage) {
  const address = settingOf(storage, "address");
  const scheme = settingOf(storage, "scheme")?.value?.toLowerCase();
  const value = address?.value ?? "127.0.0.1:8500";
  if (scheme === "https" || /^(?:https|unix):/i.test(value) || isFilledInLater(value)) return void 0;
  if (isLoopbackHost(hostOf(value))) return void 0;
  return { message: "Consul is spoken to over HTTP", range: address.nameRange, paste: 'scheme = "https"' };
}

// src/parsers/systemd.ts
function parseSystemd(text2, path = "") {
  const directives = [];
  const errors = [];
  let section = "";
  for (const { content, start, line } of logicalLines(text2)) {
    const header = /^\s*\[([^\]\n]*)\]\s*$/.exec(content);
    if (header) {
      section = header[1];
      continue;
    }
    const match = /^(\s*)([^\s=]+)\s*=[^\S\n]*/.exec(content);
    if (!match) {
      errors.push({ message: "neither a section nor a directive", line });
      continue;
    }
    const nameStart = start + match[1].length;
    const valueStart = start + match[0].length;
    const written = content.slice(match[0].length).trimEnd();
    directives.push({
      section,
      name: match[2],
      value: joinLines2(written),
      nameRange: { start: nameStart, end: nameStart + match[2].length },
      range: { start: valueStart, end: valueStart + written.length }
    });
  }
  const variables2 = directives.filter(({ name }) => name === "Environment").flatMap(({ range }) => readVariables2(text2, range));
  const command = commandOf(directives);
  return {
    unit: { directives, variables: variables2, isDropIn: /\.d\/[^/]+$/.test(path), ...command ? { vaultCommand: command } : {} },
    errors
  };
}
function directivesOf(unit, name) {
  const found = unit.directives.filter((directive) => directive.section === "Service" && directive.name === name);
  return found.slice(found.findLastIndex(({ value }) => value === "") + 1);
}
function directiveOf(unit, name) {
  return directivesOf(unit, name).at(-1);
}
function* logicalLines(text2) {
  const pattern = /[^\n]*\n|[^\n]+$/g;
  let content = "";
  let start = 0;
  let first = 1;
  let line = 0;
  for (const { 0: raw, index } of text2.matchAll(pattern)) {
    line++;
    const isContinuation = content !== "";
    const isIgnored = /^\s*(?:[#;]|$)/.test(raw);
    if (isIgnored && !isContinuation) continue;
    if (!isContinuation) {
      start = index;
      first = line;
    }
    content += raw;
    if (/\\\s*$/.test(raw) || isIgnored && /^\s*[#;]/.test(raw)) continue;
    yield { content: content.replace(/\r?\n$/, ""), start, line: first };
    content = "";
  }
  if (content !== "") yield { content, start, line: first };
}
function joinLines2(written) {
  if (!written.includes("\n")) return written.replace(/\\$/, "").trimEnd();
  const lines = written.split("\n").filter((line, i) => i === 0 || !/^\s*[#;]/.test(line));
  return lines.map((line) => line.replace(/\\\s*$/, "").trim()).join(" ").trim();
}
function readVariables2(text2, { start, end }) {
  const written = text2.slice(start, end);
  const words = /"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|([^\s"']\S*)/gs;
  const variables2 = [];
  for (const match of written.matchAll(words)) {
    const word = match[1] ?? match[2] ?? match[3];
    const equals = word.indexOf("=");
    if (equals <= 0) continue;
    const wordStart = start + match.index + (match[3] === void 0 ? 1 : 0);
    const valueStart = wordStart + equals + 1;
    variables2.push({
      name: word.slice(0, equals),
      value: word.slice(equals + 1),
      nameRange: { start: wordStart, end: wordStart + equals },
      valueRange: { start: valueStart, end: wordStart + word.length }
    });
  }
  return variables2;
}
function commandOf(directives) {
  const start = directives.findLast(({ name, value }) => name === "ExecStart" && value !== "");
  const match = /(?:^|[\s/"'])(?:vault|bao|openbao)["']?\s+(server|agent|proxy)(?:\s|$)/.exec(start?.value ?? "");
  return match?.[1];
}
var systemdParser = {
  kinds: ["systemd"],
  wants: ({ path }) => /\.service(?:\.(?:j2|erb|tmpl|tpl))?$|\.service\.d\/[^/]+\.conf$/.test(path),
  anchor: /^\s*\[(?:Unit|Service|Install)\]/m,
  parse: ({ path, text: text2 }) => {
    const { unit, errors } = parseSystemd(text2, path);
    return { artifacts: [{ kind: "systemd", data: unit }], errors: /\.service$|\.conf$/.test(path) ? errors : [] };
  }
};

// rules/vault-config/systemd-core-dumps.ts
var systemd_core_dumps_default = defineRule({
  artifact: "systemd",
  title: "unit that lets Vault's memory be dumped",
  severity: "low",
  confidence: "high",
  why: "a crash writes the memory of Vault to disk: the root of all keys, and secrets in clear",
  fix: "add `LimitCORE=0` to the [Service] section",
  references: ["https://developer.hashicorp.com/vault/docs/concepts/production-hardening"],
  catalogue: ["VS705"],
  cwe: [528],
  *check({ data }) {
    if (data.vaultCommand !== "server") return;
    const limit = directiveOf(data, "LimitCORE");
    if (limit && /^0(?::0)?$/.test(limit.value)) return;
    const range = limit?.nameRange ?? directiveOf(data, "ExecStart").nameRange;
    yield { message: limit ? "LimitCORE allows core dumps" : "LimitCORE is not set", range, paste: "LimitCORE=0" };
  }
});

// rules/vault-config/systemd-not-confined.ts
var WANTED = [
  ["NoNewPrivileges", isYes, "NoNewPrivileges=yes"],
  ["ProtectSystem", (value) => /^(?:full|strict)$/i.test(value) || isYes(value), "ProtectSystem=full"],
  ["ProtectHome", (value) => /^(?:read-only|tmpfs)$/i.test(value) || isYes(value), "ProtectHome=read-only"],
  ["PrivateTmp", (value) => isYes(value) || value === "disconnected", "PrivateTmp=yes"],
  ["CapabilityBoundingSet", isNarrow, "CapabilityBoundingSet=CAP_SYSLOG CAP_IPC_LOCK"]
];
var systemd_not_confined_default = defineRule({
  artifact: "systemd",
  title: "unit that does not confine Vault",
  severity: "low",
  confidence: "high",
  why: "who takes over Vault reads home folders, changes the system and gains more rights, none of which Vault needs",
  fix: "set NoNewPrivileges, ProtectSystem, ProtectHome, PrivateTmp and CapabilityBoundingSet as HashiCorp's unit does",
  references: ["https://developer.hashicorp.com/vault/docs/concepts/production-hardening"],
  catalogue: ["VS705"],
  cwe: [250],
  *check({ data }) {
    if (data.vaultCommand !== "server" || data.isDropIn) return;
    const missing = WANTED.filter(([name, isSet]) => !isSetIn(data, name, isSet));
    if (missing.length === 0) return;
    const names3 = missing.map(([name]) => name).join(", ");
    const range = directiveOf(data, "ExecStart").nameRange;
    yield { message: `not set: ${names3}`, range, paste: missing.map(([, , line]) => line).join("\n") };
  }
});
function isYes(value) {
  return /^(?:1|yes|true|on)$/i.test(value);
}
function isNarrow(value) {
  return !value.startsWith("~") && !/CAP_(?:SYS_ADMIN|SYS_PTRACE|SYS_MODULE|DAC_OVERRIDE|SETUID)\b/.test(value);
}
function isSetIn(unit, name, isSet) {
  const directives = directivesOf(unit, name);
  if (name === "CapabilityBoundingSet" && directives.length === 0)
    return unit.directives.some((directive) => directive.name === name && directive.value === "");
  return directives.length > 0 && (name === "CapabilityBoundingSet" ? directives.every(({ value }) => isSet(value)) : isSet(directives.at(-1).value));
}

// rules/vault-config/systemd-root-user.ts
var systemd_root_user_default = defineRule({
  artifact: "systemd",
  title: "unit that runs Vault as root",
  severity: "medium",
  confidence: "high",
  why: "a weakness of Vault, or of a plugin, is then a weakness of the whole machine",
  fix: "create a user for it and set `User=vault` and `Group=vault`",
  references: ["https://developer.hashicorp.com/vault/docs/concepts/production-hardening"],
  catalogue: ["VS705"],
  cwe: [250],
  *check({ data }) {
    if (data.vaultCommand === void 0 || data.isDropIn) return;
    const user = directiveOf(data, "User");
    const isDynamic = /^(?:1|yes|true|on)$/i.test(directiveOf(data, "DynamicUser")?.value ?? "");
    if (isDynamic || user && !/^(?:root|0)$/.test(user.value)) return;
    const range = user?.nameRange ?? directiveOf(data, "ExecStart").nameRange;
    yield { message: user ? "User is root" : "no User is set: Vault runs as root", range, paste: "User=vault" };
  }
});

// rules/vault-config/systemd-secret-in-environment.ts
var systemd_secret_in_environment_default = defineRule({
  artifact: "systemd",
  title: "secret in a unit's environment",
  severity: "high",
  confidence: "high",
  why: "every user of the machine reads it with `systemctl show`, and all who read the repository have it as well",
  fix: "use `LoadCredential=` or an `EnvironmentFile=` with mode 0600, or let Vault Agent render the file",
  references: ["https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#Environment"],
  catalogue: ["VS705"],
  cwe: [526, 798],
  *check({ data }) {
    for (const { name, value, nameRange, valueRange } of data.variables) {
      if (isSecretName(name) && isRealValue(value))
        yield { message: `Environment sets ${name}`, range: nameRange, secret: valueRange };
    }
  }
});

// rules/vault-config/unauthenticated-endpoint.ts
var OPENERS = [
  ["profiling", "unauthenticated_pprof_access"],
  ["inflight_requests_logging", "unauthenticated_in_flight_requests_access"]
];
var unauthenticated_endpoint_default = defineRule({
  artifact: "vault-server",
  title: "internals of Vault that answer without a login",
  severity: "medium",
  confidence: "high",
  why: "anybody reads profiles and requests of the running server, slows it down, or takes part in a new root token",
  fix: "take the setting out: the endpoints then ask for a token",
  references: ["https://developer.hashicorp.com/vault/docs/configuration/listener/tcp#profiling-parameters"],
  catalogue: ["VS704"],
  cwe: [306],
  *check({ data }) {
    for (const listener of stanzasOf(data.root, "listener")) {
      for (const [stanza, name] of OPENERS) {
        const setting = settingOf(stanzaOf(listener, stanza), name);
        if (setting && isOn2(setting))
          yield { message: `${name} is on`, range: setting.nameRange, paste: `${name} = false` };
      }
    }
    const open = settingOf(data.root, "enable_unauthenticated_access");
    if (open?.items.some(({ value }) => value !== ""))
      yield { message: "enable_unauthenticated_access lists endpoints", range: open.nameRange };
  }
});

// rules/vault-config/unauthenticated-metrics.ts
var unauthenticated_metrics_default = defineRule({
  artifact: "vault-server",
  title: "metrics of Vault for everybody",
  severity: "low",
  confidence: "high",
  why: "without a login anybody learns mounts, load, token counts and whether this node is sealed",
  fix: "give Prometheus a token of its own, or serve metrics on a listener that only it reaches",
  references: ["https://developer.hashicorp.com/vault/docs/configuration/listener/tcp#unauthenticated_metrics_access"],
  catalogue: ["VS704"],
  cwe: [306],
  *check({ data }) {
    for (const listener of stanzasOf(data.root, "listener")) {
      const setting = settingOf(stanzaOf(listener, "telemetry"), "unauthenticated_metrics_access");
      const isLocal = isLoopbackHost(hostOf(textOf(listener, "address") ?? "127.0.0.1"));
      if (setting && isOn2(setting) && !isLocal)
        yield {
          message: "unauthenticated_metrics_access is on",
          range: setting.nameRange,
          paste: "unauthenticated_metrics_access = false"
        };
    }
  }
});

// rules/vault-config/verbose-log.ts
var verbose_log_default2 = defineRule({
  artifact: "vault-server",
  title: "Vault that logs every detail",
  severity: "low",
  confidence: "high",
  why: "at trace and debug the log tells paths, identities and internals to all who read logs, and fills the disk",
  fix: 'set `log_level = "info"`; what happened belongs into an audit device',
  references: ["https://developer.hashicorp.com/vault/docs/configuration#log_level"],
  catalogue: ["VS704"],
  cwe: [532],
  *check({ data }) {
    const level = settingOf(data.root, "log_level");
    if (/^(?:trace|debug)$/i.test(level?.value ?? ""))
      yield {
        message: `log_level is ${level.value.toLowerCase()}`,
        range: level.nameRange,
        paste: 'log_level = "info"'
      };
  }
});

// rules/vault-config/web-ui.ts
var web_ui_default = defineRule({
  artifact: "vault-server",
  title: "Vault's web interface is on",
  severity: "info",
  confidence: "high",
  why: "it is one more way in for stolen passwords, and a page that is easily copied to steal them",
  fix: "leave `ui` off where people use the command line only, or let only the network of the operators reach it",
  references: ["https://developer.hashicorp.com/vault/docs/configuration/ui"],
  catalogue: ["VS704"],
  *check({ data }) {
    const setting = settingOf(data.root, "ui");
    if (setting && isOn2(setting)) yield { message: "ui is on", range: setting.nameRange, paste: "ui = false" };
  }
});

// rules/index.ts
var CODE_RULES = [
  { id: "compose/agent-volume-on-disk", frameworks: [{ "framework": "nist-800-53", "control": "SC-28" }, { "framework": "soc2", "control": "CC6.7" }, { "framework": "vault-benchmark", "control": "L2.9" }], definition: agent_volume_on_disk_default },
  { id: "compose/application-dev-server", frameworks: [{ "framework": "soc2", "control": "CC6.1" }], definition: application_dev_server_default },
  { id: "compose/approle-pair-in-environment", frameworks: [{ "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.4" }, { "framework": "vault-benchmark", "control": "L2.8" }], definition: approle_pair_in_environment_default },
  { id: "compose/approle-shared", frameworks: [{ "framework": "hipaa", "control": "164.312(a)(2)(i)" }, { "framework": "nist-800-53", "control": "AC-6" }, { "framework": "pci-dss-4", "control": "7.2.5" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L2.9" }], definition: approle_shared_default },
  { id: "compose/audit-log-kept-local", frameworks: [{ "framework": "hipaa", "control": "164.312(b)" }, { "framework": "nist-800-53", "control": "AU-9" }, { "framework": "pci-dss-4", "control": "10.3.1" }, { "framework": "soc2", "control": "CC7.2" }, { "framework": "vault-benchmark", "control": "L2.4" }], definition: audit_log_kept_local_default },
  { id: "compose/docker-socket-mounted", frameworks: [{ "framework": "cis-docker", "control": "5.31" }, { "framework": "nist-800-53", "control": "AC-6" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L2.10" }], definition: docker_socket_mounted_default },
  { id: "compose/free-egress", frameworks: [{ "framework": "nist-800-53", "control": "SC-7" }, { "framework": "pci-dss-4", "control": "1.4.1" }, { "framework": "soc2", "control": "CC6.6" }, { "framework": "vault-benchmark", "control": "L2.1" }], definition: free_egress_default },
  { id: "compose/image-without-digest", frameworks: [{ "framework": "cis-docker", "control": "4.2" }, { "framework": "nist-800-53", "control": "SR-4" }, { "framework": "pci-dss-4", "control": "6.3.2" }, { "framework": "soc2", "control": "CC6.8" }, { "framework": "vault-benchmark", "control": "L2.3" }], definition: image_without_digest_default },
  { id: "compose/no-restart-policy", frameworks: [{ "framework": "cis-docker", "control": "5.14" }, { "framework": "soc2", "control": "CC9.1" }, { "framework": "vault-benchmark", "control": "L2.6" }], definition: no_restart_policy_default },
  { id: "compose/no-runtime-monitor", frameworks: [{ "framework": "hipaa", "control": "164.312(b)" }, { "framework": "soc2", "control": "CC7.2" }, { "framework": "vault-benchmark", "control": "L2.10" }], definition: no_runtime_monitor_default },
  { id: "compose/overlay-not-encrypted", frameworks: [{ "framework": "cis-docker", "control": "7.3" }, { "framework": "hipaa", "control": "164.312(e)(1)" }, { "framework": "nist-800-53", "control": "SC-8" }, { "framework": "pci-dss-4", "control": "4.2.1" }, { "framework": "soc2", "control": "CC6.7" }], definition: overlay_not_encrypted_default },
  { id: "compose/privileged-container", frameworks: [{ "framework": "cis-docker", "control": "5.4" }, { "framework": "nist-800-53", "control": "AC-6" }, { "framework": "pci-dss-4", "control": "7.2.5" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L2.10" }], definition: privileged_container_default },
  { id: "compose/registry-not-allowed", frameworks: [{ "framework": "cis-docker", "control": "4.2" }, { "framework": "nist-800-53", "control": "SR-4" }, { "framework": "pci-dss-4", "control": "6.3.2" }, { "framework": "soc2", "control": "CC6.8" }, { "framework": "vault-benchmark", "control": "L2.3" }], definition: registry_not_allowed_default },
  { id: "compose/replicas-without-agent", frameworks: [{ "framework": "soc2", "control": "CC9.1" }, { "framework": "vault-benchmark", "control": "L2.9" }], definition: replicas_without_agent_default },
  { id: "compose/secret-by-variable", frameworks: [{ "framework": "cis-docker", "control": "7.4" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.4" }], definition: secret_by_variable_default },
  { id: "compose/secret-default-in-interpolation", frameworks: [{ "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "2.2.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.4" }], definition: secret_default_in_interpolation_default },
  { id: "compose/secret-driver-unpinned", frameworks: [{ "framework": "cis-docker", "control": "4.2" }, { "framework": "nist-800-53", "control": "SR-4" }, { "framework": "pci-dss-4", "control": "6.3.2" }, { "framework": "soc2", "control": "CC6.8" }, { "framework": "vault-benchmark", "control": "L2.3" }], definition: secret_driver_unpinned_default },
  { id: "compose/secret-from-environment", frameworks: [], definition: secret_from_environment_default },
  { id: "compose/secret-in-command", frameworks: [{ "framework": "cis-docker", "control": "7.4" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.4" }], definition: secret_in_command_default },
  { id: "compose/secret-in-environment", frameworks: [{ "framework": "cis-docker", "control": "7.4" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.4" }], definition: secret_in_environment_default },
  { id: "compose/secret-mode", frameworks: [{ "framework": "cis-docker", "control": "7.4" }, { "framework": "nist-800-53", "control": "AC-6" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.4" }], definition: secret_mode_default },
  { id: "compose/security-profile-off", frameworks: [{ "framework": "cis-docker", "control": "5.1" }, { "framework": "cis-docker", "control": "5.21" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L2.10" }], definition: security_profile_off_default },
  { id: "compose/swarm-secret-plain", frameworks: [{ "framework": "nist-800-53", "control": "SC-28" }, { "framework": "vault-benchmark", "control": "L2.9" }], definition: swarm_secret_plain_default },
  { id: "compose/unpinned-image", frameworks: [{ "framework": "cis-docker", "control": "4.2" }, { "framework": "nist-800-53", "control": "SR-4" }, { "framework": "pci-dss-4", "control": "6.3.2" }, { "framework": "soc2", "control": "CC6.8" }, { "framework": "vault-benchmark", "control": "L2.3" }], definition: unpinned_image_default },
  { id: "compose/unseal-key-beside-vault", frameworks: [{ "framework": "hipaa", "control": "164.312(a)(2)(iv)" }, { "framework": "nist-800-53", "control": "SC-12" }, { "framework": "pci-dss-4", "control": "3.6.1" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.2" }], definition: unseal_key_beside_vault_default },
  { id: "compose/vault-address-http", frameworks: [{ "framework": "hipaa", "control": "164.312(e)(1)" }, { "framework": "nist-800-53", "control": "SC-8" }, { "framework": "pci-dss-4", "control": "2.2.7" }, { "framework": "pci-dss-4", "control": "4.2.1" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "soc2", "control": "CC6.6" }, { "framework": "soc2", "control": "CC6.7" }, { "framework": "vault-benchmark", "control": "L1.5" }], definition: vault_address_http_default },
  { id: "compose/vault-audit-missing", frameworks: [{ "framework": "hipaa", "control": "164.312(b)" }, { "framework": "nist-800-53", "control": "AU-2" }, { "framework": "pci-dss-4", "control": "10.2.1" }, { "framework": "soc2", "control": "CC7.2" }, { "framework": "vault-benchmark", "control": "L1.7" }], definition: vault_audit_missing_default },
  { id: "compose/vault-dependency-not-awaited", frameworks: [{ "framework": "nist-800-53", "control": "SC-24" }, { "framework": "soc2", "control": "CC9.1" }, { "framework": "vault-benchmark", "control": "L2.6" }], definition: vault_dependency_not_awaited_default },
  { id: "compose/vault-dev-server", frameworks: [{ "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "nist-800-53", "control": "CM-6" }, { "framework": "pci-dss-4", "control": "2.2.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.6" }], definition: vault_dev_server_default },
  { id: "compose/vault-memory-not-locked", frameworks: [{ "framework": "nist-800-53", "control": "SC-28" }, { "framework": "pci-dss-4", "control": "3.6.1" }], definition: vault_memory_not_locked_default },
  { id: "compose/vault-network-shared", frameworks: [{ "framework": "nist-800-53", "control": "SC-7" }, { "framework": "pci-dss-4", "control": "1.3.1" }, { "framework": "soc2", "control": "CC6.6" }, { "framework": "vault-benchmark", "control": "L2.1" }], definition: vault_network_shared_default },
  { id: "compose/vault-no-auto-unseal", frameworks: [{ "framework": "soc2", "control": "CC9.1" }, { "framework": "vault-benchmark", "control": "L2.6" }], definition: vault_no_auto_unseal_default },
  { id: "compose/vault-no-healthcheck", frameworks: [{ "framework": "cis-docker", "control": "4.6" }, { "framework": "cis-docker", "control": "5.26" }, { "framework": "nist-800-53", "control": "SC-24" }, { "framework": "soc2", "control": "A1.2" }, { "framework": "vault-benchmark", "control": "L2.6" }], definition: vault_no_healthcheck_default },
  { id: "compose/vault-port-published", frameworks: [{ "framework": "cis-docker", "control": "5.8" }, { "framework": "cis-docker", "control": "5.13" }, { "framework": "hipaa", "control": "164.312(e)(1)" }, { "framework": "nist-800-53", "control": "SC-7" }, { "framework": "pci-dss-4", "control": "1.3.1" }, { "framework": "soc2", "control": "CC6.6" }, { "framework": "vault-benchmark", "control": "L2.1" }], definition: vault_port_published_default },
  { id: "compose/vault-single-node", frameworks: [{ "framework": "nist-800-53", "control": "SC-24" }, { "framework": "soc2", "control": "CC9.1" }, { "framework": "soc2", "control": "A1.2" }, { "framework": "vault-benchmark", "control": "L2.6" }], definition: vault_single_node_default },
  { id: "compose/vault-skip-verify", frameworks: [{ "framework": "hipaa", "control": "164.312(e)(1)" }, { "framework": "nist-800-53", "control": "CM-6" }, { "framework": "nist-800-53", "control": "SC-8" }, { "framework": "nist-800-53", "control": "SC-23" }, { "framework": "pci-dss-4", "control": "2.2.7" }, { "framework": "pci-dss-4", "control": "4.2.1" }, { "framework": "soc2", "control": "CC6.7" }, { "framework": "vault-benchmark", "control": "L1.5" }], definition: vault_skip_verify_default },
  { id: "compose/vault-storage-plaintext", frameworks: [{ "framework": "hipaa", "control": "164.312(e)(1)" }, { "framework": "nist-800-53", "control": "SC-8" }, { "framework": "pci-dss-4", "control": "4.2.1" }, { "framework": "soc2", "control": "CC6.7" }], definition: vault_storage_plaintext_default },
  { id: "compose/vault-storage", frameworks: [{ "framework": "soc2", "control": "CC9.1" }, { "framework": "soc2", "control": "A1.2" }, { "framework": "vault-benchmark", "control": "L2.6" }], definition: vault_storage_default },
  { id: "compose/vault-tls-disabled", frameworks: [{ "framework": "hipaa", "control": "164.312(e)(1)" }, { "framework": "nist-800-53", "control": "SC-8" }, { "framework": "pci-dss-4", "control": "4.2.1" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "soc2", "control": "CC6.6" }, { "framework": "soc2", "control": "CC6.7" }, { "framework": "vault-benchmark", "control": "L1.5" }], definition: vault_tls_disabled_default },
  { id: "compose/vault-token-in-environment", frameworks: [], definition: vault_token_in_environment_default },
  { id: "dockerfile/application-dev-server", frameworks: [{ "framework": "soc2", "control": "CC6.1" }], definition: application_dev_server_default2 },
  { id: "dockerfile/base-image-without-digest", frameworks: [{ "framework": "cis-docker", "control": "4.2" }, { "framework": "nist-800-53", "control": "SR-4" }, { "framework": "pci-dss-4", "control": "6.3.2" }, { "framework": "soc2", "control": "CC6.8" }, { "framework": "vault-benchmark", "control": "L2.3" }], definition: base_image_without_digest_default },
  { id: "dockerfile/dev-server", frameworks: [{ "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "nist-800-53", "control": "CM-6" }, { "framework": "pci-dss-4", "control": "2.2.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.6" }], definition: dev_server_default },
  { id: "dockerfile/extra-package-index", frameworks: [{ "framework": "cis-docker", "control": "4.2" }, { "framework": "nist-800-53", "control": "CM-14" }, { "framework": "pci-dss-4", "control": "6.3.2" }, { "framework": "soc2", "control": "CC6.8" }], definition: extra_package_index_default },
  { id: "dockerfile/no-healthcheck", frameworks: [{ "framework": "cis-docker", "control": "4.6" }, { "framework": "soc2", "control": "CC7.1" }], definition: no_healthcheck_default },
  { id: "dockerfile/package-check-off", frameworks: [{ "framework": "cis-docker", "control": "4.2" }, { "framework": "nist-800-53", "control": "CM-14" }, { "framework": "pci-dss-4", "control": "6.3.2" }, { "framework": "soc2", "control": "CC6.8" }], definition: package_check_off_default },
  { id: "dockerfile/registry-not-allowed", frameworks: [{ "framework": "cis-docker", "control": "4.2" }, { "framework": "nist-800-53", "control": "SR-4" }, { "framework": "pci-dss-4", "control": "6.3.2" }, { "framework": "soc2", "control": "CC6.8" }, { "framework": "vault-benchmark", "control": "L2.3" }], definition: registry_not_allowed_default2 },
  { id: "dockerfile/root-user", frameworks: [{ "framework": "cis-docker", "control": "4.1" }, { "framework": "nist-800-53", "control": "AC-6" }, { "framework": "pci-dss-4", "control": "7.2.5" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L2.10" }], definition: root_user_default },
  { id: "dockerfile/script-from-network", frameworks: [{ "framework": "cis-docker", "control": "4.2" }, { "framework": "nist-800-53", "control": "SR-4" }, { "framework": "pci-dss-4", "control": "6.3.2" }, { "framework": "soc2", "control": "CC6.8" }], definition: script_from_network_default },
  { id: "dockerfile/secret-file-copied", frameworks: [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.312(a)(2)(iv)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "nist-800-53", "control": "SC-28" }, { "framework": "pci-dss-4", "control": "3.6.1" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "soc2", "control": "CC6.7" }, { "framework": "vault-benchmark", "control": "L1.3" }], definition: secret_file_copied_default },
  { id: "dockerfile/secret-file-deleted", frameworks: [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "nist-800-53", "control": "SC-28" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.3" }], definition: secret_file_deleted_default },
  { id: "dockerfile/secret-in-arg", frameworks: [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "soc2", "control": "CC6.7" }, { "framework": "vault-benchmark", "control": "L1.3" }], definition: secret_in_arg_default },
  { id: "dockerfile/secret-in-command", frameworks: [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "nist-800-53", "control": "SC-28" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.3" }], definition: secret_in_command_default2 },
  { id: "dockerfile/secret-in-env", frameworks: [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "nist-800-53", "control": "SC-28" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "soc2", "control": "CC6.7" }, { "framework": "vault-benchmark", "control": "L1.3" }], definition: secret_in_env_default },
  { id: "dockerfile/secret-mount-kept", frameworks: [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "nist-800-53", "control": "SC-28" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.3" }], definition: secret_mount_kept_default },
  { id: "dockerfile/unpinned-base-image", frameworks: [{ "framework": "cis-docker", "control": "4.2" }, { "framework": "nist-800-53", "control": "CM-14" }, { "framework": "nist-800-53", "control": "SR-4" }, { "framework": "pci-dss-4", "control": "6.3.2" }, { "framework": "soc2", "control": "CC6.8" }, { "framework": "soc2", "control": "CC8.1" }, { "framework": "vault-benchmark", "control": "L2.3" }], definition: unpinned_base_image_default },
  { id: "dockerfile/vault-address-http", frameworks: [{ "framework": "hipaa", "control": "164.312(e)(1)" }, { "framework": "nist-800-53", "control": "SC-8" }, { "framework": "pci-dss-4", "control": "2.2.7" }, { "framework": "pci-dss-4", "control": "4.2.1" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "soc2", "control": "CC6.6" }, { "framework": "soc2", "control": "CC6.7" }, { "framework": "vault-benchmark", "control": "L1.5" }], definition: vault_address_http_default2 },
  { id: "dockerfile/vault-cli-installed", frameworks: [{ "framework": "vault-benchmark", "control": "L2.2" }], definition: vault_cli_installed_default },
  { id: "dockerfile/vault-skip-verify", frameworks: [{ "framework": "hipaa", "control": "164.312(e)(1)" }, { "framework": "nist-800-53", "control": "CM-6" }, { "framework": "nist-800-53", "control": "SC-8" }, { "framework": "nist-800-53", "control": "SC-23" }, { "framework": "pci-dss-4", "control": "2.2.7" }, { "framework": "pci-dss-4", "control": "4.2.1" }, { "framework": "soc2", "control": "CC6.7" }, { "framework": "vault-benchmark", "control": "L1.5" }], definition: vault_skip_verify_default2 },
  { id: "dockerfile/whole-stage-copied", frameworks: [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "nist-800-53", "control": "SC-28" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.3" }], definition: whole_stage_copied_default },
  { id: "secrets/committed-secret-file", frameworks: [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.1" }], definition: committed_secret_file_default },
  { id: "secrets/vault-raft-snapshot", frameworks: [{ "framework": "cis-docker", "control": "4.10" }, { "framework": "hipaa", "control": "164.308(a)(5)(ii)(D)" }, { "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(a)(2)(iv)" }, { "framework": "hipaa", "control": "164.312(d)" }, { "framework": "nist-800-53", "control": "CP-9" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "nist-800-53", "control": "SC-28" }, { "framework": "pci-dss-4", "control": "3.6.1" }, { "framework": "pci-dss-4", "control": "6.2.4" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.2" }], definition: vault_raft_snapshot_default },
  { id: "vault-agent/address-http", frameworks: [{ "framework": "hipaa", "control": "164.312(e)(1)" }, { "framework": "nist-800-53", "control": "SC-8" }, { "framework": "pci-dss-4", "control": "2.2.7" }, { "framework": "pci-dss-4", "control": "4.2.1" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "soc2", "control": "CC6.7" }, { "framework": "vault-benchmark", "control": "L1.5" }], definition: address_http_default },
  { id: "vault-agent/cache-not-persisted", frameworks: [], definition: cache_not_persisted_default },
  { id: "vault-agent/destination-shared", frameworks: [{ "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "nist-800-53", "control": "SC-28" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.9" }], definition: destination_shared_default },
  { id: "vault-agent/duplicate-setting", frameworks: [], definition: duplicate_setting_default },
  { id: "vault-agent/exit-after-auth", frameworks: [], definition: exit_after_auth_default },
  { id: "vault-agent/forced-identity", frameworks: [], definition: forced_identity_default },
  { id: "vault-agent/kv-version-2-field", frameworks: [], definition: kv_version_2_field_default },
  { id: "vault-agent/listener-gives-identity", frameworks: [{ "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "nist-800-53", "control": "SC-7" }, { "framework": "pci-dss-4", "control": "1.3.1" }, { "framework": "soc2", "control": "CC6.6" }, { "framework": "vault-benchmark", "control": "L2.1" }], definition: listener_gives_identity_default },
  { id: "vault-agent/listener-plain-http", frameworks: [{ "framework": "hipaa", "control": "164.312(e)(1)" }, { "framework": "nist-800-53", "control": "SC-8" }, { "framework": "pci-dss-4", "control": "2.2.7" }, { "framework": "pci-dss-4", "control": "4.2.1" }, { "framework": "soc2", "control": "CC6.7" }, { "framework": "vault-benchmark", "control": "L1.5" }], definition: listener_plain_http_default },
  { id: "vault-agent/literal-credential", frameworks: [{ "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.1" }], definition: literal_credential_default },
  { id: "vault-agent/login-file-in-tmp", frameworks: [{ "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "nist-800-53", "control": "SC-28" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.9" }], definition: login_file_in_tmp_default },
  { id: "vault-agent/missing-key-ignored", frameworks: [{ "framework": "vault-benchmark", "control": "L1.9" }], definition: missing_key_ignored_default },
  { id: "vault-agent/no-ca-certificate", frameworks: [], definition: no_ca_certificate_default },
  { id: "vault-agent/no-cache", frameworks: [], definition: no_cache_default },
  { id: "vault-agent/no-client-certificate", frameworks: [{ "framework": "vault-benchmark", "control": "L3.2" }], definition: no_client_certificate_default },
  { id: "vault-agent/quit-endpoint", frameworks: [{ "framework": "nist-800-53", "control": "CM-6" }], definition: quit_endpoint_default },
  { id: "vault-agent/request-header-not-required", frameworks: [], definition: request_header_not_required_default },
  { id: "vault-agent/retry-failure-ignored", frameworks: [], definition: retry_failure_ignored_default },
  { id: "vault-agent/retry-off", frameworks: [], definition: retry_off_default },
  { id: "vault-agent/secret-id-kept", frameworks: [{ "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "nist-800-53", "control": "SC-28" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.9" }], definition: secret_id_kept_default },
  { id: "vault-agent/secret-id-unwrapped", frameworks: [{ "framework": "vault-benchmark", "control": "L2.8" }], definition: secret_id_unwrapped_default },
  { id: "vault-agent/secret-in-child-environment", frameworks: [], definition: secret_in_child_environment_default },
  { id: "vault-agent/secret-through-shell", frameworks: [], definition: secret_through_shell_default },
  { id: "vault-agent/sink-on-disk", frameworks: [{ "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "nist-800-53", "control": "SC-28" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.9" }], definition: sink_on_disk_default },
  { id: "vault-agent/sink-readable", frameworks: [{ "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "nist-800-53", "control": "SC-28" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.9" }], definition: sink_readable_default },
  { id: "vault-agent/slow-static-render", frameworks: [], definition: slow_static_render_default },
  { id: "vault-agent/static-token", frameworks: [{ "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.1" }], definition: static_token_default },
  { id: "vault-agent/template-backup", frameworks: [{ "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "nist-800-53", "control": "SC-28" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.9" }], definition: template_backup_default },
  { id: "vault-agent/template-not-reread", frameworks: [{ "framework": "vault-benchmark", "control": "L1.9" }], definition: template_not_reread_default },
  { id: "vault-agent/template-world-readable", frameworks: [{ "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "nist-800-53", "control": "SC-28" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.9" }], definition: template_world_readable_default },
  { id: "vault-agent/tls-skip-verify", frameworks: [{ "framework": "hipaa", "control": "164.312(e)(1)" }, { "framework": "nist-800-53", "control": "CM-6" }, { "framework": "nist-800-53", "control": "SC-8" }, { "framework": "nist-800-53", "control": "SC-23" }, { "framework": "pci-dss-4", "control": "2.2.7" }, { "framework": "pci-dss-4", "control": "4.2.1" }, { "framework": "soc2", "control": "CC6.7" }, { "framework": "vault-benchmark", "control": "L1.5" }], definition: tls_skip_verify_default },
  { id: "vault-agent/verbose-log", frameworks: [], definition: verbose_log_default },
  { id: "vault-config/api-address-http", frameworks: [{ "framework": "hipaa", "control": "164.312(e)(1)" }, { "framework": "nist-800-53", "control": "SC-8" }, { "framework": "pci-dss-4", "control": "2.2.7" }, { "framework": "pci-dss-4", "control": "4.2.1" }, { "framework": "soc2", "control": "CC6.7" }, { "framework": "vault-benchmark", "control": "L1.5" }], definition: api_address_http_default },
  { id: "vault-config/cluster-address", frameworks: [{ "framework": "soc2", "control": "A1.2" }, { "framework": "vault-benchmark", "control": "L2.6" }], definition: cluster_address_default },
  { id: "vault-config/cors-everywhere", frameworks: [{ "framework": "nist-800-53", "control": "CM-6" }, { "framework": "vault-benchmark", "control": "L2.7" }], definition: cors_everywhere_default },
  { id: "vault-config/duplicate-setting", frameworks: [], definition: duplicate_setting_default2 },
  { id: "vault-config/few-raft-nodes", frameworks: [{ "framework": "nist-800-53", "control": "SC-24" }, { "framework": "soc2", "control": "A1.2" }, { "framework": "vault-benchmark", "control": "L2.6" }], definition: few_raft_nodes_default },
  { id: "vault-config/listener-without-tls", frameworks: [{ "framework": "hipaa", "control": "164.312(e)(1)" }, { "framework": "nist-800-53", "control": "SC-8" }, { "framework": "pci-dss-4", "control": "2.2.7" }, { "framework": "pci-dss-4", "control": "4.2.1" }, { "framework": "pci-dss-4", "control": "8.3.2" }, { "framework": "soc2", "control": "CC6.6" }, { "framework": "soc2", "control": "CC6.7" }, { "framework": "vault-benchmark", "control": "L1.5" }], definition: listener_without_tls_default },
  { id: "vault-config/mlock-disabled", frameworks: [{ "framework": "nist-800-53", "control": "CM-6" }, { "framework": "nist-800-53", "control": "SC-28" }, { "framework": "vault-benchmark", "control": "L2.7" }], definition: mlock_disabled_default },
  { id: "vault-config/mlock-unset", frameworks: [], definition: mlock_unset_default },
  { id: "vault-config/no-auto-unseal", frameworks: [{ "framework": "nist-800-53", "control": "SC-24" }, { "framework": "soc2", "control": "A1.2" }, { "framework": "vault-benchmark", "control": "L2.6" }], definition: no_auto_unseal_default },
  { id: "vault-config/no-client-certificates", frameworks: [{ "framework": "vault-benchmark", "control": "L3.2" }], definition: no_client_certificates_default },
  { id: "vault-config/old-tls-version", frameworks: [{ "framework": "hipaa", "control": "164.312(e)(1)" }, { "framework": "nist-800-53", "control": "SC-8" }, { "framework": "pci-dss-4", "control": "2.2.7" }, { "framework": "pci-dss-4", "control": "4.2.1" }, { "framework": "soc2", "control": "CC6.7" }, { "framework": "vault-benchmark", "control": "L1.5" }], definition: old_tls_version_default },
  { id: "vault-config/raft-join-http", frameworks: [{ "framework": "hipaa", "control": "164.312(e)(1)" }, { "framework": "nist-800-53", "control": "SC-8" }, { "framework": "pci-dss-4", "control": "2.2.7" }, { "framework": "pci-dss-4", "control": "4.2.1" }, { "framework": "soc2", "control": "CC6.7" }, { "framework": "vault-benchmark", "control": "L1.5" }], definition: raft_join_http_default },
  { id: "vault-config/raw-storage-endpoint", frameworks: [{ "framework": "nist-800-53", "control": "CM-6" }, { "framework": "vault-benchmark", "control": "L2.7" }], definition: raw_storage_endpoint_default },
  { id: "vault-config/reachable-from-outside", frameworks: [{ "framework": "nist-800-53", "control": "SC-7" }, { "framework": "pci-dss-4", "control": "1.3.1" }, { "framework": "soc2", "control": "CC6.6" }, { "framework": "vault-benchmark", "control": "L2.1" }], definition: reachable_from_outside_default },
  { id: "vault-config/seal-literal-key", frameworks: [{ "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "hipaa", "control": "164.312(a)(2)(iv)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "nist-800-53", "control": "SC-12" }, { "framework": "pci-dss-4", "control": "3.6.1" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.1" }], definition: seal_literal_key_default },
  { id: "vault-config/storage-in-memory", frameworks: [{ "framework": "soc2", "control": "A1.2" }, { "framework": "vault-benchmark", "control": "L2.6" }], definition: storage_in_memory_default },
  { id: "vault-config/storage-literal-credential", frameworks: [{ "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.1" }], definition: storage_literal_credential_default },
  { id: "vault-config/storage-without-acl", frameworks: [], definition: storage_without_acl_default },
  { id: "vault-config/storage-without-ha", frameworks: [{ "framework": "soc2", "control": "A1.2" }, { "framework": "vault-benchmark", "control": "L2.6" }], definition: storage_without_ha_default },
  { id: "vault-config/storage-without-tls", frameworks: [{ "framework": "hipaa", "control": "164.312(e)(1)" }, { "framework": "nist-800-53", "control": "SC-8" }, { "framework": "pci-dss-4", "control": "2.2.7" }, { "framework": "pci-dss-4", "control": "4.2.1" }, { "framework": "soc2", "control": "CC6.7" }, { "framework": "vault-benchmark", "control": "L1.5" }], definition: storage_without_tls_default },
  { id: "vault-config/systemd-core-dumps", frameworks: [{ "framework": "nist-800-53", "control": "CM-6" }, { "framework": "nist-800-53", "control": "SC-28" }, { "framework": "pci-dss-4", "control": "3.6.1" }, { "framework": "vault-benchmark", "control": "L2.7" }], definition: systemd_core_dumps_default },
  { id: "vault-config/systemd-not-confined", frameworks: [{ "framework": "nist-800-53", "control": "AC-6" }, { "framework": "nist-800-53", "control": "CM-6" }, { "framework": "vault-benchmark", "control": "L2.7" }], definition: systemd_not_confined_default },
  { id: "vault-config/systemd-root-user", frameworks: [{ "framework": "nist-800-53", "control": "AC-6" }, { "framework": "nist-800-53", "control": "CM-6" }, { "framework": "vault-benchmark", "control": "L2.7" }], definition: systemd_root_user_default },
  { id: "vault-config/systemd-secret-in-environment", frameworks: [{ "framework": "hipaa", "control": "164.312(a)(1)" }, { "framework": "nist-800-53", "control": "IA-5(7)" }, { "framework": "pci-dss-4", "control": "8.6.2" }, { "framework": "soc2", "control": "CC6.1" }, { "framework": "vault-benchmark", "control": "L1.1" }], definition: systemd_secret_in_environment_default },
  { id: "vault-config/unauthenticated-endpoint", frameworks: [{ "framework": "nist-800-53", "control": "CM-6" }, { "framework": "vault-benchmark", "control": "L2.7" }], definition: unauthenticated_endpoint_default },
  { id: "vault-config/unauthenticated-metrics", frameworks: [{ "framework": "nist-800-53", "control": "CM-6" }, { "framework": "vault-benchmark", "control": "L2.7" }], definition: unauthenticated_metrics_default },
  { id: "vault-config/verbose-log", frameworks: [{ "framework": "vault-benchmark", "control": "L2.7" }], definition: verbose_log_default2 },
  { id: "vault-config/web-ui", frameworks: [{ "framework": "vault-benchmark", "control": "L2.7" }], definition: web_ui_default }
];

// src/engine/rule-name.ts
function answersTo(rule, name) {
  return rule.id === name || rule.family === name || (rule.aliases?.includes(name) ?? false);
}
function ruleNames(rules) {
  return [.../* @__PURE__ */ new Set([...rules.map(({ id }) => id), ...rules.map(({ family }) => family)])];
}

// src/model/nearest-word.ts
function nearestWord(word, known) {
  let best;
  for (const candidate of known)
    if (best === void 0 || distance(word, candidate) < distance(word, best)) best = candidate;
  return best;
}
function likelyWord(word, known) {
  const nearest = nearestWord(word, known);
  const most = Math.max(word.length < 4 ? 1 : 2, word.length / 3);
  return nearest !== void 0 && distance(word, nearest) <= most ? nearest : void 0;
}
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length];
}

// src/catalog.ts
function loadCatalog() {
  const code = CODE_RULES.map(({ id, frameworks, definition }) => {
    const family = id.slice(0, id.indexOf("/"));
    return { type: "code", id, family, frameworks, ...definition };
  });
  return [...DETECTORS, ...code];
}
function withStopWords(rules, stopWords) {
  if (stopWords.length === 0) return [...rules];
  return rules.map(
    (rule) => rule.type === "detector" ? { ...rule, stopWords: [...rule.stopWords ?? [], ...stopWords] } : rule
  );
}
function selectRules(rules, names3) {
  for (const name of [...names3.only, ...names3.skip]) {
    if (!rules.some((rule) => answersTo(rule, name))) throw unknownName(rules, name);
  }
  const isNamed = (rule, list2) => list2.some((name) => answersTo(rule, name));
  return rules.filter((rule) => (names3.only.length === 0 || isNamed(rule, names3.only)) && !isNamed(rule, names3.skip));
}
function unknownName(rules, name) {
  return new UsageError("unknown-rule", `no rule or family is called ${JSON.stringify(name)}`, {
    hint: `the nearest name is ${nearestWord(name, ruleNames(rules))}; \`vaultcheck rules list\` shows all`
  });
}

// src/config.ts
import { join as join2 } from "node:path";

// src/config-schema.ts
var names2 = (description) => ({
  type: "array",
  description,
  items: { type: "string", minLength: 1 }
});
var KEYS2 = {
  only: {
    schema: names2("Rules or families that run; all of them when empty."),
    example: "only: [secrets, dockerfile/secret-in-arg]"
  },
  skip: {
    schema: names2("Rules or families that do not run."),
    example: "skip: [dockerfile/unpinned-base-image]"
  },
  exclude: {
    schema: names2(
      "Files and folders that are not looked at, as in .gitignore: without a slash at any depth, `**` for any folders, `!` takes back, a slash at the end means folders only. Added to what is always left out (.git, node_modules). The report counts what was left out."
    ),
    example: 'exclude:\n  - testdata/\n  - docs/examples/**\n  - "*.min.js"'
  },
  severities: {
    schema: {
      type: "object",
      description: "A rule's or family's severity, where yours differs; the id of a rule wins over its family.",
      additionalProperties: { type: "string", enum: SEVERITIES }
    },
    example: "severities:\n  compose/vault-port-published: high"
  },
  "fail-on": {
    schema: {
      type: "string",
      description: "Least severity that makes the exit code 1.",
      enum: ["none", ...SEVERITIES]
    },
    example: "fail-on: medium"
  },
  registries: {
    schema: names2("Registries, or registries and paths, from which images may come; every one when empty."),
    example: "registries: [docker.io/library, ghcr.io/example]"
  },
  "stop-words": {
    schema: {
      type: "array",
      description: "Words that make a value a placeholder and no secret, in any case; added to the built-in ones.",
      items: { type: "string", minLength: 3 }
    },
    example: "stop-words: [acme-demo, not-a-secret]"
  },
  suppress: {
    schema: {
      type: "array",
      description: "Findings that are known to be right as they are: rules (or families), paths (globs as in `exclude`; everywhere when left out) and the reason. They are counted, and do not fail the run.",
      items: {
        type: "object",
        properties: {
          rules: { type: "array", items: { type: "string", minLength: 1 }, minItems: 1 },
          paths: { type: "array", items: { type: "string", minLength: 1 }, minItems: 1 },
          reason: { type: "string", minLength: 1 }
        },
        required: ["rules", "reason"],
        additionalProperties: false
      }
    },
    example: "suppress:\n  - rules: [compose/vault-dev-server]\n    paths: [examples/]\n    reason: shown to people on their own machine"
  },
  baseline: {
    schema: {
      type: "string",
      description: "File of the findings that were there before, below this directory; written by `vaultcheck baseline`.",
      minLength: 1
    },
    example: "baseline: .vaultcheck-baseline.json"
  }
};
var CONFIG_SCHEMA = {
  type: "object",
  properties: Object.fromEntries(Object.entries(KEYS2).map(([key2, { schema }]) => [key2, schema])),
  additionalProperties: false
};

// src/parsers/checked-yaml.ts
function readCheckedYaml(text2, schema) {
  if (!/\S/.test(text2.replace(/^\s*#.*$/gm, ""))) return { data: {}, lineOf: () => 1 };
  const { documents, errors } = parseYaml(text2);
  if (errors[0]) return { mistake: errors[0] };
  let data;
  try {
    data = load(text2);
  } catch (error) {
    const isYaml = error instanceof YAMLException;
    const message = isYaml ? error.reason : "not YAML";
    return { mistake: { message, line: isYaml && error.mark ? error.mark.line + 1 : 1 } };
  }
  const lineOf2 = (path) => lineAt(text2, offsetOf(documents[0], path));
  const found = mistakeIn(data ?? {}, schema, []);
  if (found) return { mistake: { message: found.message, line: lineOf2(found.path) } };
  return { data: data ?? {}, lineOf: lineOf2 };
}
function mistakeIn(value, schema, path) {
  const name = path.length === 0 ? "the file" : path.filter((part) => typeof part === "string").join(".");
  const wrong = (what) => ({ message: `${name} ${what}`, path });
  if (!isOfType(value, schema.type)) return wrong(`must be ${TYPE_NAMES[schema.type]}`);
  if (schema.enum && !schema.enum.includes(value)) {
    const meant = typeof value === "string" ? likelyWord(value, schema.enum) : void 0;
    return wrong(`must be one of ${schema.enum.join(", ")}${meant ? ` (did you mean ${meant}?)` : ""}`);
  }
  if (typeof value === "string") {
    if (schema.minLength !== void 0 && value.trim().length < schema.minLength)
      return wrong(schema.minLength === 1 ? "must not be empty" : `must have at least ${schema.minLength} characters`);
    if (schema.pattern !== void 0 && !new RegExp(schema.pattern, "u").test(value))
      return wrong(`must look like ${schema.pattern}`);
  }
  if (typeof value === "number" && schema.minimum !== void 0 && value < schema.minimum)
    return wrong(`must be at least ${schema.minimum}`);
  if (Array.isArray(value)) return mistakeInList(value, schema, path, name);
  return typeof value === "object" && value !== null ? mistakeInMapping(value, schema, path, name) : void 0;
}
function mistakeInList(list2, schema, path, name) {
  if (list2.length < (schema.minItems ?? 0)) return { message: `${name} must name at least ${schema.minItems}`, path };
  for (const [i, item] of list2.entries()) {
    const found = schema.items && mistakeIn(item, schema.items, [...path, i]);
    if (found) {
      const isItem = found.path.length === path.length + 1 && found.message.startsWith(`${name} `);
      return isItem ? { ...found, message: `${name}: each ${found.message.slice(name.length + 1)}` } : found;
    }
  }
  return void 0;
}
function mistakeInMapping(mapping, schema, path, name) {
  const { properties = {}, additionalProperties: others, required = [] } = schema;
  for (const [key2, value] of Object.entries(mapping)) {
    const known = Object.hasOwn(properties, key2) ? properties[key2] : others;
    if (known === false || known === void 0) return { message: unknownKey(key2, properties), path: [...path, key2] };
    const found = mistakeIn(value, known, [...path, key2]);
    if (found) return found;
  }
  const missing = required.find((key2) => !Object.hasOwn(mapping, key2));
  return missing === void 0 ? void 0 : { message: `${path.length ? `${name}: ` : ""}${missing} is missing`, path };
}
function unknownKey(key2, properties) {
  const names3 = Object.keys(properties);
  const meant = likelyWord(key2, names3);
  return `unknown key ${JSON.stringify(key2)}; ${meant ? `did you mean ${meant}?` : `known are ${names3.join(", ")}`}`;
}
var TYPE_NAMES = {
  string: "a text",
  array: "a list",
  object: "a mapping of keys and values",
  boolean: "true or false",
  number: "a number",
  integer: "a whole number"
};
function isOfType(value, type) {
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  return typeof value === type;
}
function offsetOf(root, path) {
  let node = root;
  let offset = root?.range.start ?? 0;
  for (const part of path) {
    if (node?.type === "mapping") {
      const entry = node.entries.find(({ key: key2 }) => key2.value === part);
      if (!entry) return offset;
      offset = entry.key.range.start;
      node = entry.value;
    } else if (node?.type === "sequence" && typeof part === "number" && node.items[part]) {
      node = node.items[part];
      offset = node.range.start;
    } else return offset;
  }
  return offset;
}
function lineAt(text2, offset) {
  let line = 1;
  for (let at = text2.indexOf("\n"); at >= 0 && at < offset; at = text2.indexOf("\n", at + 1)) line++;
  return line;
}

// src/small-file.ts
import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
var SmallFileError = class extends Error {
  /** Code of the system, or `not-a-file` or `too-large`. */
  code;
  constructor(code, message, options = {}) {
    super(message, options);
    this.code = code;
  }
};
function readSmallFile(file, options) {
  const noFollow = options.followsLinks ? 0 : constants.O_NOFOLLOW;
  let descriptor;
  try {
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK | noFollow);
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) throw new SmallFileError("not-a-file", "is not a regular file");
    if (stats.size > options.mostBytes)
      throw new SmallFileError("too-large", `is larger than ${options.mostBytes / 1024 / 1024} MB`);
    return readFileSync(descriptor, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    if (error instanceof SmallFileError) throw error;
    const code = error.code ?? "unknown error";
    const message = code === "ELOOP" ? "is a symbolic link, which is not followed" : `can't be read (${code})`;
    throw new SmallFileError(code, message, { cause: error });
  } finally {
    if (descriptor !== void 0) closeSync(descriptor);
  }
}

// src/config.ts
var CONFIG_NAME = ".vaultcheck.yml";
var MOST_BYTES = 1024 * 1024;
var NO_CONFIG = {
  only: [],
  skip: [],
  exclude: [],
  registries: [],
  severities: {},
  stopWords: [],
  suppress: [],
  checkNames: () => {
  }
};
function readConfig(directory) {
  const file = join2(directory, CONFIG_NAME);
  try {
    return parseConfig(readSmallFile(file, { mostBytes: MOST_BYTES, followsLinks: false }), file);
  } catch (error) {
    if (!(error instanceof SmallFileError)) throw error;
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return NO_CONFIG;
    throw new ConfigError("config-unreadable", `${file} ${error.message}`, {
      hint: "mend the file, or leave it out with --no-config",
      cause: error
    });
  }
}
function parseConfig(text2, file) {
  const fail = (message, line) => {
    throw new ConfigError("config-invalid", `${file}:${line}: ${message}`, {
      hint: "`vaultcheck init` writes a commented example"
    });
  };
  const checked = readCheckedYaml(text2, CONFIG_SCHEMA);
  if (checked.mistake) return fail(checked.mistake.message, checked.mistake.line);
  const { lineOf: lineOf2 } = checked;
  const data = checked.data;
  const { baseline } = data;
  if (baseline !== void 0 && /^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(baseline))
    fail("baseline must be a path below this directory", lineOf2(["baseline"]));
  return {
    only: data.only ?? [],
    skip: data.skip ?? [],
    exclude: data.exclude ?? [],
    registries: data.registries ?? [],
    severities: data.severities ?? {},
    stopWords: data["stop-words"] ?? [],
    suppress: (data.suppress ?? []).map((entry) => ({ ...entry, paths: entry.paths ?? [] })),
    ...data["fail-on"] === void 0 ? {} : { failOn: data["fail-on"] },
    ...baseline === void 0 ? {} : { baseline },
    checkNames(rules) {
      for (const { name, path } of ruleNamesIn(data)) {
        if (rules.some((rule) => answersTo(rule, name))) continue;
        const nearest = nearestWord(name, ruleNames(rules));
        fail(`no rule or family is called ${JSON.stringify(name)}; the nearest name is ${nearest}`, lineOf2(path));
      }
    }
  };
}
function* ruleNamesIn(data) {
  for (const key2 of ["only", "skip"])
    for (const [i, name] of (data[key2] ?? []).entries()) yield { name, path: [key2, i] };
  for (const name of Object.keys(data.severities ?? {})) yield { name, path: ["severities", name] };
  for (const [i, { rules }] of (data.suppress ?? []).entries())
    for (const [j, name] of rules.entries()) yield { name, path: ["suppress", i, "rules", j] };
}
function severityOf(rule, severities) {
  for (const name of [rule.id, ...rule.aliases ?? [], rule.family])
    if (Object.hasOwn(severities, name)) return severities[name];
  return void 0;
}

// src/parsers/dockerignore.ts
import { posix } from "node:path";
var dockerignoreParser = {
  kinds: ["dockerignore"],
  wants: ({ name }) => name === ".dockerignore" || name.endsWith(".dockerignore"),
  parse({ text: text2 }) {
    const { patterns, errors } = parseDockerignore(text2);
    return { artifacts: [{ kind: "dockerignore", data: { patterns } }], errors };
  }
};
function parseDockerignore(text2) {
  const patterns = [];
  const errors = [];
  let start = 0;
  for (const [index, full] of text2.split("\n").entries()) {
    const lineStart = start;
    start += full.length + 1;
    const line = index === 0 ? full.replace(/^\uFEFF/, "") : full;
    const read2 = readPattern(line);
    if (read2 === void 0) continue;
    const from = lineStart + full.length - line.length + line.length - line.trimStart().length;
    const range = { start: from, end: from + line.trim().length };
    if (read2.pattern === "" || !isWellFormed(read2.pattern)) {
      errors.push({ message: "a pattern that Docker refuses", line: index + 1 });
    } else patterns.push({ ...read2, range });
  }
  return { patterns, errors };
}
function readPattern(line) {
  if (line.startsWith("#")) return void 0;
  const text2 = trim(line);
  if (text2 === "") return void 0;
  const isNegated = text2.startsWith("!");
  const rest = isNegated ? trim(text2.slice(1)) : text2;
  if (rest === "") return { pattern: "", isNegated };
  const cleaned = clean(rest);
  const relative2 = cleaned.length > 1 && cleaned.startsWith("/") ? cleaned.slice(1) : cleaned;
  return { pattern: clean(relative2), isNegated };
}
function trim(text2) {
  return text2.replace(/^[\t-\r \u0085\u00A0\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/, "").trimEnd();
}
function clean(path) {
  const normal = posix.normalize(path);
  return normal.length > 1 && normal.endsWith("/") ? normal.slice(0, -1) : normal;
}
function isWellFormed(pattern) {
  for (let at = 0; at < pattern.length; at++) {
    if (pattern[at] === "\\") {
      if (++at >= pattern.length) return false;
    } else if (pattern[at] === "[") {
      const end = classEnd(pattern, at);
      if (end === -1) return false;
      at = end;
    }
  }
  return true;
}
function classEnd(pattern, start) {
  let at = start + (pattern[start + 1] === "^" ? 2 : 1);
  for (let count = 0; at < pattern.length; count++) {
    if (pattern[at] === "]" && count > 0) return at;
    for (const isHigh of [false, true]) {
      if (isHigh && pattern[at] !== "-") break;
      if (isHigh) at++;
      if (at >= pattern.length || pattern[at] === "-" || pattern[at] === "]") return -1;
      at += pattern[at] === "\\" ? 2 : 1;
    }
  }
  return -1;
}

// src/parsers/env-file.ts
var NAME3 = /^\.env(?:\.[\w.-]+)?$|\.env$|^\.envrc$/i;
var envFileParser = {
  kinds: ["env-file"],
  wants: ({ name }) => NAME3.test(name),
  anchor: /=/,
  parse: ({ text: text2 }) => ({ artifacts: [{ kind: "env-file", data: parseEnvFile(text2) }], errors: [] })
};
var ASSIGNMENT3 = /^[^\S\n]*(?:export[^\S\n]+)?([A-Za-z_][\w.-]*)(?:[^\S\n]*[=:][^\S\n]*(?:"((?:[^"\\]|\\[\s\S])*)"|'([^']*)'|([^\n]*))|[^\S\n]*$)/gm;
function parseEnvFile(text2) {
  const variables2 = [];
  for (const match of text2.matchAll(ASSIGNMENT3)) {
    const [all, name, double, single, bare] = match;
    const nameStart = match.index + all.indexOf(name);
    const nameRange = { start: nameStart, end: nameStart + name.length };
    const value = double ?? single ?? (bare === void 0 ? void 0 : bare.replace(/\s+#.*$|^#.*$/, "").trimEnd());
    if (value === void 0) {
      variables2.push({ name, nameRange });
      continue;
    }
    const isQuoted2 = double !== void 0 || single !== void 0;
    const end = match.index + all.length - (isQuoted2 ? 1 : bare.length - value.length);
    variables2.push({ name, value, nameRange, valueRange: { start: end - value.length, end } });
  }
  return { variables: variables2 };
}

// src/parsers/image-document.ts
var DOCUMENT_HEAD = {
  image: '{\n  "vaultcheck": "image",',
  container: '{\n  "vaultcheck": "container",'
};
var imageDocumentParser = {
  kinds: ["image", "container"],
  wants: ({ head }) => head.startsWith(DOCUMENT_HEAD.image) || head.startsWith(DOCUMENT_HEAD.container),
  parse: ({ text: text2 }) => parseImageDocument(text2)
};
function parseImageDocument(text2) {
  const { documents, errors } = parseYaml(text2);
  const root = documents[0];
  if (root === void 0) return { artifacts: [], errors };
  const image = toImage(root, text2);
  if (getScalar(root, "vaultcheck")?.value !== "container")
    return { artifacts: [{ kind: "image", data: image }], errors };
  return {
    artifacts: [
      { kind: "image", data: image },
      { kind: "container", data: toContainer(root, text2) }
    ],
    errors
  };
}
function toImage(root, text2) {
  const base = get(root, "base");
  const signature = getScalar(root, "signature");
  const config = get(root, "config");
  return {
    name: located(get(root, "name")),
    user: located(get(config, "User")),
    env: variables(get(config, "Env"), text2),
    labels: variables(get(config, "Labels"), text2),
    entrypoint: list(get(config, "Entrypoint")),
    cmd: list(get(config, "Cmd")),
    healthcheck: list(get(config, "Healthcheck")),
    exposedPorts: list(get(config, "ExposedPorts")),
    volumes: list(get(config, "Volumes")),
    onBuild: list(get(config, "OnBuild")),
    history: list(get(root, "history")),
    files: files(get(root, "files")),
    ...base ? { base: located(base) } : {},
    ...signature ? { signature: located(signature) } : {},
    attestations: list(get(root, "attestations"))
  };
}
function toContainer(root, text2) {
  const mounts = get(root, "mounts");
  return {
    name: located(get(root, "name")),
    settings: variables(get(root, "settings"), text2),
    mounts: (mounts?.type === "sequence" ? mounts.items : []).flatMap(
      (mount) => mount.type === "mapping" ? [
        {
          source: located(get(mount, "source")),
          target: located(get(mount, "target")),
          isWritable: getScalar(mount, "writable")?.value === "true"
        }
      ] : []
    ),
    ports: list(get(root, "ports"))
  };
}
function located(node) {
  return node?.type === "scalar" ? { value: node.value, range: node.range } : { value: "", range: { start: 0, end: 0 } };
}
function list(node) {
  return node?.type === "sequence" ? node.items.filter(({ type }) => type === "scalar").map(located) : [];
}
function variables(node, text2) {
  return list(node).flatMap(({ value, range }) => {
    const equals = value.indexOf("=");
    if (equals === -1) return [];
    const at = range.start + text2.slice(range.start, range.end).indexOf("=");
    return [
      {
        name: value.slice(0, equals),
        value: value.slice(equals + 1),
        nameRange: { start: range.start, end: at },
        valueRange: { start: at + 1, end: range.end }
      }
    ];
  });
}
function files(node) {
  if (node?.type !== "sequence") return [];
  return node.items.flatMap((item) => {
    if (item.type !== "mapping") return [];
    const field = (key2) => getScalar(item, key2)?.value ?? "";
    return [
      {
        path: field("path"),
        what: field("what"),
        isUnsure: field("unsure") === "true",
        mode: Number.parseInt(field("mode") || "0", 8),
        uid: Number(field("uid")),
        version: field("version"),
        range: located(get(item, "path")).range
      }
    ];
  });
}

// src/parsers/parse.ts
var PARSERS = [
  dockerfileParser,
  dockerignoreParser,
  composeParser,
  envFileParser,
  systemdParser,
  secretTemplateParser,
  vaultConfigParser,
  imageDocumentParser
];
var MOST_CHARACTERS = 2 * 1024 * 1024;
var HEAD_BYTES = 256;
var prepared = /* @__PURE__ */ new Set();
function parsersFor(path, bytes, kinds) {
  const file = {
    path,
    name: path.slice(path.lastIndexOf("/") + 1),
    head: Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(HEAD_BYTES, bytes.length)).toString("latin1")
  };
  return PARSERS.filter((parser) => parser.kinds.some((kind) => kinds.has(kind)) && parser.wants(file));
}
async function parseArtifacts(input2, parsers) {
  const { origin, text: text2 } = input2;
  const { path } = origin;
  const artifacts = [];
  const problems = [];
  const note = (message, line) => problems.push({ kind: "coverage", code: "not-parsed", message, path, ...line === void 0 ? {} : { line } });
  for (const parser of parsers) {
    if (parser.anchor && !parser.anchor.test(text2)) continue;
    if (text2.length > MOST_CHARACTERS) {
      note(`longer than ${MOST_CHARACTERS} characters, read for secrets only`);
      break;
    }
    try {
      await prepare(parser);
      const result = parser.parse({ path, text: text2 });
      for (const { kind, data } of result.artifacts) artifacts.push({ kind, data, origin, text: text2 });
      for (const { message, line } of result.errors) note(message, line);
    } catch (error) {
      const name = error instanceof Error ? error.name : "error";
      note(`could not be parsed (${name}), read for secrets only`);
    }
  }
  return { artifacts, problems };
}
async function prepare(parser) {
  if (prepared.has(parser)) return;
  await parser.prepare?.();
  prepared.add(parser);
}

// src/engine/candidate.ts
function mostSpecific(candidates) {
  const kept = [];
  const order = [...candidates].sort(
    (a, b) => Number(a.detector.generic ?? false) - Number(b.detector.generic ?? false) || b.end - b.start - (a.end - a.start) || a.start - b.start || (a.detector.id < b.detector.id ? -1 : 1)
  );
  for (const candidate of order) {
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = low + high >> 1;
      if (kept[middle].end <= candidate.start) low = middle + 1;
      else high = middle;
    }
    if (low === kept.length || kept[low].start >= candidate.end) kept.splice(low, 0, candidate);
  }
  return kept;
}

// src/model/rule.ts
var DEFAULT_RULE_OPTIONS = { registries: [] };

// src/engine/code-rules.ts
function defaultInputs() {
  return { options: DEFAULT_RULE_OPTIONS, now: /* @__PURE__ */ new Date() };
}
var CodeRules = class {
  #byKind;
  #inputs;
  /** Kinds of artifact that some rule looks at, in a file or in the project. */
  kinds;
  /** Kinds of artifact that rules over the project look at. */
  projectKinds;
  constructor(rules, inputs) {
    const code = rules.filter((rule) => rule.type === "code");
    this.#byKind = Map.groupBy(code, (rule) => rule.artifact);
    this.#inputs = inputs;
    this.projectKinds = new Set(this.of("project").flatMap((rule) => rule.needs ?? []));
    this.kinds = /* @__PURE__ */ new Set([...this.#byKind.keys(), ...this.projectKinds]);
  }
  /** Rules over one kind of artifact. */
  of(kind) {
    return this.#byKind.get(kind) ?? [];
  }
  /** Judges one artifact. A rule that throws is an answer that should have been had: a problem, never silence. */
  judge(artifact, problems) {
    const found = [];
    const { data, text: text2, origin } = artifact;
    for (const rule of this.of(artifact.kind)) {
      try {
        const context = { data, text: text2, origin, ...this.#inputs };
        for (const match of rule.check(context)) if (!this.#isStopped(match, text2)) found.push({ rule, match });
      } catch (error) {
        const name = error instanceof Error ? error.name : "an error";
        const what = artifact.kind === "project" ? "the project" : "this file";
        problems.push({
          kind: "unread",
          code: "rule-failed",
          message: `rule ${rule.id} failed (${name}) and could not judge ${what}`,
          path: origin.path
        });
      }
    }
    return found;
  }
  /** True for a value that a stop word of the user makes a placeholder. */
  #isStopped(match, text2) {
    const { stopWords = [] } = this.#inputs.options;
    if (!match.secret || stopWords.length === 0) return false;
    const value = text2.slice(match.secret.start, match.secret.end).toLowerCase();
    return stopWords.some((word) => value.includes(word));
  }
};

// src/engine/byte-set.ts
function parseByteRanges(ranges) {
  const set = new Uint8Array(256);
  for (let i = 0; i < ranges.length; i += 2) set.fill(1, ranges.charCodeAt(i), ranges.charCodeAt(i + 1) + 1);
  return set;
}

// src/engine/accept.ts
var rejects = /* @__PURE__ */ new Map();
function acceptsValue(detector, value) {
  if (detector.minEntropy !== void 0 && entropy(value) < detector.minEntropy) return false;
  const lower = value.toLowerCase();
  if (detector.stopWords?.some((word) => lower.includes(word))) return false;
  if (detector.reject !== void 0) {
    let reject = rejects.get(detector.reject);
    if (!reject) rejects.set(detector.reject, reject = new RegExp(detector.reject));
    if (reject.test(value)) return false;
  }
  return !(detector.generic && isPlaceholder(value));
}
function entropy(value) {
  const counts = /* @__PURE__ */ new Map();
  for (const char of value) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= count / value.length * Math.log2(count / value.length);
  return bits;
}

// src/engine/compiled-detector.ts
var MATCH_BUDGET = 1e3;
var TRY_BUDGET = 2e4;
var BYTES_PER_TRY = 100;
var DEFAULT_REACH_BYTES = 1024;
var PLACE_SPAN = 65536;
var CompiledDetector = class {
  detector;
  anchor;
  #files;
  #first;
  #sticky;
  #located;
  /** Where matches could begin in the present window. */
  #places = [];
  constructor(detector) {
    this.detector = detector;
    this.anchor = detector.anchor ?? keywordAnchor(detector);
    this.#files = detector.files === void 0 ? void 0 : new RegExp(detector.files);
    this.#first = this.anchor.first === void 0 ? void 0 : parseByteRanges(this.anchor.first);
  }
  looksAt(path) {
    return this.#files === void 0 || this.#files.test(path);
  }
  /** Notes that a match may begin at the offsets `from` to `to`; true for the first place of a window. */
  notePlace(from, to) {
    return this.#places.push(from * PLACE_SPAN + Math.min(to - from, PLACE_SPAN - 1)) === 1;
  }
  forgetPlaces() {
    this.#places = [];
  }
  /**
   * Adds the matches that begin at the noted places, leftmost first and none overlapping another: what the pattern would
   * find if it were run over the whole window.
   */
  confirm(bytes, text2, candidates) {
    const { longest, back, ahead, isOpen } = this.anchor;
    const first = this.#first;
    let tries = TRY_BUDGET + Math.floor(bytes.length / BYTES_PER_TRY);
    let matches7 = MATCH_BUDGET;
    let next = 0;
    let cutOff;
    for (const place of this.#places.sort((a, b) => a - b)) {
      const from = Math.floor(place / PLACE_SPAN);
      const to = from + place % PLACE_SPAN;
      let slice;
      for (let at = Math.max(from, next); at <= to; at++) {
        next = at + 1;
        if (first && !first[bytes[at]]) continue;
        if (tries-- === 0) return tryBudget(TRY_BUDGET);
        slice ??= text2.slice(from - back, to + longest + ahead);
        const index = slice.indexAt(at);
        if (index < 0 || !this.#matchesAt(slice.text, index)) continue;
        const end = this.#add(slice, index, candidates);
        if (isOpen && slice.end < bytes.length && end > slice.end - ahead) cutOff = windowCut(longest);
        if (matches7-- === 0) return matchBudget(MATCH_BUDGET);
        tries++;
        next = Math.max(end, at + 1);
        at = next - 1;
      }
    }
    return cutOff;
  }
  #matchesAt(text2, index) {
    const { pattern, ignoreCase } = this.detector;
    this.#sticky ??= new RegExp(pattern, ignoreCase ? "iy" : "y");
    this.#sticky.lastIndex = index;
    return this.#sticky.test(text2);
  }
  /** Adds what is known to match; gives the offset of the match's end. */
  #add(slice, index, candidates) {
    const { detector } = this;
    this.#located ??= new RegExp(detector.pattern, detector.ignoreCase ? "diy" : "dy");
    this.#located.lastIndex = index;
    const match = this.#located.exec(slice.text);
    const [start, end] = match.indices.groups.secret ?? [0, 0];
    if (end > start) {
      candidates.push({
        detector,
        start: slice.offsetAt(start),
        end: slice.offsetAt(end),
        matchStart: slice.offsetAt(index),
        isAccepted: acceptsValue(detector, slice.text.slice(start, end))
      });
    }
    return slice.offsetAt(index + match[0].length);
  }
};
function placeAt(bytes, at, { least, most, between }) {
  const to = Math.min(at - least, bytes.length - 1);
  let from = Math.max(0, at - most);
  if (between && most > least) {
    let start = at;
    while (start > from && between[bytes[start - 1]]) start--;
    from = start;
  }
  return from > to ? void 0 : { from, to };
}
function keywordAnchor({ keywords = [], reachBytes = DEFAULT_REACH_BYTES }) {
  const texts = keywords.map((keyword) => keyword.toLowerCase());
  const group = { texts, at: texts.map(() => 0), anyCase: true, least: -reachBytes, most: reachBytes, steps: [] };
  return { groups: [group], longest: reachBytes, back: reachBytes, ahead: reachBytes };
}
function matchBudget(budget) {
  return {
    code: "match-budget",
    message: `matched ${budget} times in one stretch; the rest of that stretch was not looked at for it`
  };
}
function tryBudget(budget) {
  return {
    code: "try-budget",
    message: `met more than ${budget} places that it might match; the rest of that stretch was not looked at for it`
  };
}
function windowCut(bytes) {
  return { code: "window-cut", message: `matches more than ${bytes} bytes; what follows was not looked at for it` };
}

// src/engine/prefilter-wasm.ts
var PREFILTER_WASM = "AGFzbQEAAAABDgJgA39/fwBgA39/fwF/AwMCAAEFBAEAgAEGCwJ/AUEAC38BQQALBxoDBnJlc3VtZQMBBHNjYW4AAQZtZW1vcnkCAAqPBwKxBAELfyAAKAIAQf///wdxQaDAgAFyIgpBsfPd8XlsQRB2QQF0QYCABGovAQAhCANAIAgEQCAAIAhBFGxBgIAMaiIELQARayEFIAogBCgCAEYgASAFTXEgBC0AECIHIAVqIgYgAk1xBH8gBCgCBCEJAn8gBC0AEgRAQQAhAwNAIAMgB0kEQEEAIAMgCWotAAAgAyAFai0AACILQSByIAsgC0HBAGtB/wFxQRpJG0H/AXFHDQMaIANBAWohAwwBCwsFQQAhAwNAIAMgB0kEQEEAIAMgBWotAAAgAyAJai0AAEcNAxogA0EBaiEDDAELCwtBAQsFQQALBH8gBC8BDkUgASAFRnIEf0EBBSAFQQFrLQAAIAQvAQ5BCHRBgIAsamotAAALBUEACwRAQQAhBwJAA0AgByAELQATSQRAIAQoAgggB0EDdGoiCy8BBiEMQQAhCQNAAkBBACEDA0AgAyAMSSADIAZqIg0gAklxBH8gDS0AACALLwECQQh0QYCALGpqLQAABUEACwRAIANBAWohAwwBCwsgAyAMRg0AQQAhAyACIAZNIAkgCy8BBE9yBH9BAAUgBi0AACALLwEAQQh0QYCALGpqLQAAQQBHC0UNBCAJQQFqIQkgBkEBaiEGDAELCyAGIAxqIQYgB0EBaiEHDAELC0EBIQMLBUEAIQMLIAMEQCMAQQN0QYCA/ABqIgMgCDYCACADIAUgAWs2AgQjAEEBaiQACyAELwEMIQgMAQsLC9kCAgd/AX5BACQAIAAgAWohAyAAIAJqIQIDQCACIANJBEAgAikDAEKgwICBgoSIkCCEIgpC////B4OnQbHz3fF5bEEQdi0AACIEIApCCIhC////B4OnQbHz3fF5bEEQdi0AACIFciAKQhCIQv///weDp0Gx893xeWxBEHYtAAAiBnIgCkIYiEL///8Hg6dBsfPd8XlsQRB2LQAAIgdyIApCIIhC////B4OnQbHz3fF5bEEQdi0AACIIciAKQiiIQv///weDp0Gx893xeWxBEHYtAAAiCXIEQCMAQYAgSgRAIAIgAGskASMADwsgBARAIAIgACADEAALIAUEQCACQQFqIAAgAxAACyAGBEAgAkECaiAAIAMQAAsgBwRAIAJBA2ogACADEAALIAgEQCACQQRqIAAgAxAACyAJBEAgAkEFaiAAIAMQAAsLIAJBBmohAgwBCwsgASQBIwAL";

// src/engine/prefilter.ts
var TABLE = 0;
var HEADS = 65536;
var ENTRIES = 196608;
var TEXTS = 393216;
var STEPS = 589824;
var SETS = 720896;
var HITS = 2031616;
var WINDOW = 2097152;
var SCRATCH = 7340032;
var ENTRY_BYTES = 20;
var STEP_BYTES = 8;
var SET_BYTES = 256;
var LENT_BYTES = SCRATCH - WINDOW - 64;
var PIECE_BYTES = 524288;
var STEPS_REACH = 16384;
var GOLDEN = 2654435761;
var { Module, Instance } = globalThis.WebAssembly;
var compiled;
var Prefilter = class {
  /** Memory to read windows into: what lies here is looked at without being copied. */
  memory;
  #exports;
  #bytes;
  #words;
  /** The index of each literal is the number that `forEach` gives. */
  constructor(literals) {
    compiled ??= new Module(Buffer.from(PREFILTER_WASM, "base64"));
    this.#exports = new Instance(compiled).exports;
    const { buffer } = this.#exports.memory;
    this.#bytes = new Uint8Array(buffer);
    this.#words = new Uint32Array(buffer);
    this.memory = Buffer.from(buffer, WINDOW, LENT_BYTES);
    fillTables(new DataView(buffer), literals);
  }
  /** Calls `found(number of the literal, offset of its first byte)` for every occurrence, in no particular order. */
  forEach(bytes, found) {
    if (bytes.buffer === this.#bytes.buffer) {
      this.#scan(bytes.byteOffset, bytes.length, 0, bytes.length, found);
      return;
    }
    for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
      const piece = bytes.subarray(Math.max(0, start - 1), start + PIECE_BYTES + STEPS_REACH);
      this.#bytes.set(piece, SCRATCH);
      const offset = Math.max(0, start - 1);
      this.#scan(
        SCRATCH,
        piece.length,
        start - offset,
        start - offset + PIECE_BYTES,
        (literal, at) => found(literal, offset + at)
      );
    }
  }
  /** Literals that begin from `least` up to `most`. */
  #scan(base, length, least, most, found) {
    const words = this.#words;
    const { resume } = this.#exports;
    let from = 0;
    do {
      const hits = this.#exports.scan(base, length, from);
      for (let i = 0; i < hits; i++) {
        const hit = HITS / 4 + i * 2;
        const start = words[hit + 1];
        if (start >= least && start < most) found(words[hit] - 1, start);
      }
      from = resume.value;
    } while (from < length);
  }
};
function fillTables(memory, literals) {
  const sets = new SetTable(memory);
  let text2 = TEXTS;
  let step = STEPS;
  literals.forEach((literal, i) => {
    const number = i + 1;
    const entry = ENTRIES + number * ENTRY_BYTES;
    if (entry + ENTRY_BYTES > TEXTS || text2 + literal.text.length > STEPS || step + 64 > SETS) {
      throw new RangeError("too many literals for the prefilter");
    }
    const three = threeAt(literal.text, literal.at);
    const hash = Math.imul(three, GOLDEN) >>> 16;
    memory.setUint32(entry, three, true);
    memory.setUint32(entry + 4, text2, true);
    memory.setUint32(entry + 8, step, true);
    memory.setUint16(entry + 12, memory.getUint16(HEADS + hash * 2, true), true);
    memory.setUint16(entry + 14, literal.before === void 0 ? 0 : sets.numberOf(literal.before), true);
    memory.setUint8(entry + 16, literal.text.length);
    memory.setUint8(entry + 17, literal.at);
    memory.setUint8(entry + 18, Number(literal.anyCase));
    memory.setUint8(entry + 19, literal.steps.length);
    memory.setUint16(HEADS + hash * 2, number, true);
    memory.setUint8(TABLE + hash, 1);
    for (const char of literal.text) memory.setUint8(text2++, char.charCodeAt(0));
    for (const [skip, most, need, count] of literal.steps) {
      memory.setUint16(step, sets.numberOf(skip), true);
      memory.setUint16(step + 2, sets.numberOf(need), true);
      memory.setUint16(step + 4, most, true);
      memory.setUint16(step + 6, count, true);
      step += STEP_BYTES;
    }
  });
}
function threeAt(text2, at) {
  const byte = (i) => text2.charCodeAt(at + i) | 32;
  return byte(0) | byte(1) << 8 | byte(2) << 16;
}
var SetTable = class {
  #memory;
  #numbers = /* @__PURE__ */ new Map([["", 0]]);
  constructor(memory) {
    this.#memory = memory;
  }
  numberOf(ranges) {
    const known = this.#numbers.get(ranges);
    if (known !== void 0) return known;
    const number = this.#numbers.size;
    if (SETS + (number + 1) * SET_BYTES > HITS) throw new RangeError("too many sets for the prefilter");
    this.#numbers.set(ranges, number);
    new Uint8Array(this.#memory.buffer, SETS + number * SET_BYTES, SET_BYTES).set(parseByteRanges(ranges));
    return number;
  }
};

// src/engine/text.ts
import { isUtf8 } from "node:buffer";
var NEWLINE = 10;
var CARRIAGE_RETURN = 13;
function detectForm(bytes) {
  if (bytes[0] === 255 && bytes[1] === 254) return "utf16le";
  if (bytes[0] === 254 && bytes[1] === 255) return "utf16be";
  const head = bytes.subarray(0, 8e3);
  if (!head.includes(0)) return "text";
  return utf16WithoutMark(head) ?? "binary";
}
function textEncoding(bytes) {
  let end = bytes.length;
  const least = Math.max(0, end - 4);
  while (end > least && (bytes[end - 1] & 192) === 128) end--;
  const isCut = end > least && bytes[end - 1] >= 192 && bytes.length - end < characterBytes(bytes[end - 1]) - 1;
  return isUtf8(isCut ? bytes.subarray(0, end - 1) : bytes) ? "utf8" : "latin1";
}
function characterBytes(first) {
  return first >= 240 ? 4 : first >= 224 ? 3 : 2;
}
function utf16WithoutMark(head) {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) if (head[i] === 0) i % 2 === 0 ? even++ : odd++;
  const half = Math.floor(head.length / 2);
  if (half < 8) return void 0;
  if (even === 0 && odd > half * 0.7) return "utf16le";
  if (odd === 0 && even > half * 0.7) return "utf16be";
  return void 0;
}
function utf16ToUtf8(bytes, encoding) {
  const copy = Buffer.from(bytes.subarray(0, bytes.length & ~1));
  if (encoding === "utf16be") copy.swap16();
  return Buffer.from(copy.toString("utf16le"), "utf8");
}
var LineIndex = class {
  #bytes;
  #starts = [0];
  #line;
  #column;
  encoding;
  /** `line` and `column` are those of the first byte. */
  constructor(bytes, start = { line: 1, column: 1 }) {
    this.#bytes = bytes;
    this.#line = start.line;
    this.#column = start.column;
    this.encoding = textEncoding(bytes);
    for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) this.#starts.push(at + 1);
  }
  /** Number of the first and the last line. */
  get firstLine() {
    return this.#line;
  }
  get lastLine() {
    return this.#line + this.#starts.length - 1;
  }
  /** Byte offsets of a line without its line end. */
  lineSpan(line) {
    const start = this.#starts[line - this.#line];
    const next = this.#starts[line - this.#line + 1];
    let end = next === void 0 ? this.#bytes.length : next - 1;
    if (end > start && this.#bytes[end - 1] === CARRIAGE_RETURN) end--;
    return { start, end };
  }
  /** The region of a span of bytes. */
  region(start, end) {
    const from = this.#point(start);
    const to = this.#point(end);
    return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
  }
  /** Decodes a span of bytes. */
  text(start, end) {
    return decode(this.#bytes.subarray(start, end), this.encoding);
  }
  #point(offset) {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if (this.#starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    const before2 = this.text(this.#starts[low], offset).length;
    return { line: this.#line + low, column: (low === 0 ? this.#column : 1) + before2 };
  }
};
function decode(bytes, encoding) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(encoding);
}

// src/engine/window-text.ts
var LEAST_BYTES = 1024;
var TextSlice = class {
  text;
  start;
  end;
  #bytes;
  /** True where a character is a byte, so that no offset need be converted. */
  #isPlain;
  constructor(bytes, start, end, encoding) {
    this.text = decode(bytes.subarray(start, end), encoding);
    this.start = start;
    this.end = end;
    this.#bytes = bytes;
    this.#isPlain = this.text.length === end - start;
  }
  /** Index in `text` of the character at an offset in the bytes; -1 inside of one. */
  indexAt(offset) {
    if (this.#isPlain) return offset - this.start;
    if ((this.#bytes[offset] & 192) === 128) return -1;
    return decode(this.#bytes.subarray(this.start, offset), "utf8").length;
  }
  /** Offset in the bytes of the character at an index of `text`. */
  offsetAt(index) {
    return this.#isPlain ? this.start + index : this.start + Buffer.byteLength(this.text.slice(0, index));
  }
};
var WindowText = class {
  #bytes;
  #encoding;
  #last;
  constructor(bytes) {
    this.#bytes = bytes;
  }
  /** At least the bytes from `start` to `end`, as far as there are such, cut between characters. */
  slice(start, end) {
    const from = Math.max(0, start);
    const to = Math.min(this.#bytes.length, end);
    if (this.#last && this.#last.start <= from && this.#last.end >= to) return this.#last;
    this.#encoding ??= textEncoding(this.#bytes);
    const most = Math.min(this.#bytes.length, Math.max(to, from + LEAST_BYTES));
    this.#last = new TextSlice(this.#bytes, this.#cut(from, -1), this.#cut(most, 1), this.#encoding);
    return this.#last;
  }
  #cut(offset, direction) {
    let at = offset;
    if (this.#encoding === "utf8") while (at > 0 && (this.#bytes[at] & 192) === 128) at += direction;
    return at;
  }
};

// src/engine/detect.ts
var Matcher = class {
  #prefilter;
  /** What each literal of the prefilter is good for, by its number. */
  #uses = [];
  /** Detectors that have a place to look at in the present window. */
  #touched = [];
  constructor(detectors) {
    const literals = [];
    for (const detector of detectors) {
      const compiled2 = new CompiledDetector(detector);
      for (const group of compiled2.anchor.groups) {
        const between = group.between === void 0 ? void 0 : parseByteRanges(group.between);
        const use = { compiled: compiled2, least: group.least, most: group.most, between };
        group.texts.forEach((text2, i) => {
          const { anyCase, before: before2, steps } = group;
          literals.push({ text: text2, anyCase, at: group.at[i] ?? 0, before: before2, steps });
          this.#uses.push(use);
        });
      }
    }
    this.#prefilter = new Prefilter(literals);
  }
  /** Memory to read windows into; others are copied before they are looked at. */
  get memory() {
    return this.#prefilter.memory;
  }
  /** Every pattern's matches in `bytes`, by start; `path` decides which detectors look. */
  find(bytes, path) {
    this.#findPlaces(bytes);
    const candidates = [];
    const problems = [];
    if (this.#touched.length === 0) return { candidates, problems };
    const text2 = new WindowText(bytes);
    for (const compiled2 of this.#touched) {
      const cutOff = compiled2.looksAt(path) ? compiled2.confirm(bytes, text2, candidates) : void 0;
      if (cutOff) problems.push(cutOffProblem(compiled2.detector, cutOff, path));
      compiled2.forgetPlaces();
    }
    this.#touched = [];
    candidates.sort((a, b) => a.start - b.start || b.end - a.end);
    return { candidates, problems };
  }
  /** Notes for each detector where its matches could begin. */
  #findPlaces(bytes) {
    this.#prefilter.forEach(bytes, (literal, at) => {
      const { compiled: compiled2, least, most, between } = this.#uses[literal];
      const place = placeAt(bytes, at, { least, most, between });
      if (place && compiled2.notePlace(place.from, place.to)) this.#touched.push(compiled2);
    });
  }
};
function cutOffProblem({ id }, cutOff, path) {
  return { kind: "unread", code: cutOff.code, message: `${id} ${cutOff.message}`, path };
}

// src/engine/finding-builder.ts
import { createHash } from "node:crypto";

// src/engine/line-hash.ts
var WINDOW2 = 100;
var END_OF_FILE = 65535;
var BASE = 37;
var LINE_FEED = 10;
function lineHashes(text2) {
  const { chars, starts } = visibleCharacters(text2);
  const seen = /* @__PURE__ */ new Map();
  return starts.map((start) => {
    let high = 0;
    let low = 0;
    for (let i = start; i < start + WINDOW2; i++) {
      const product = low * BASE + (chars[i] ?? 0);
      low = product % 4294967296;
      high = (high * BASE + Math.floor(product / 4294967296)) % 4294967296;
    }
    const hash = high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, "0");
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return `${hash}:${count}`;
  });
}
function visibleCharacters(text2) {
  const chars = [];
  const starts = [0];
  for (let i = 0; i < text2.length; i++) {
    const char = text2.charCodeAt(i);
    if (char === 32 || char === 9) continue;
    if (char === 13 && text2.charCodeAt(i + 1) === LINE_FEED) continue;
    const isLineEnd = char === 13 || char === LINE_FEED;
    chars.push(isLineEnd ? LINE_FEED : char);
    if (isLineEnd) starts.push(chars.length);
  }
  chars.push(END_OF_FILE);
  return { chars, starts };
}

// src/engine/mask.ts
var HIDDEN = "****";
var LEAST_LENGTH_SHOWN = 16;
function mask(value, prefix) {
  if (prefix === void 0 || value.length < LEAST_LENGTH_SHOWN || !value.startsWith(prefix)) return HIDDEN;
  return prefix.slice(0, 4) + HIDDEN;
}
function joinSpans(spans) {
  const joined = [];
  for (const span of [...spans].sort(before)) {
    const last = joined.at(-1);
    if (!last || span.start >= last.end) joined.push({ ...span });
    else if (span.end > last.end) {
      last.end = span.end;
      last.masked = HIDDEN;
    }
  }
  return joined;
}
function before(a, b) {
  return a.start - b.start || b.end - a.end || Number(a.masked === HIDDEN) - Number(b.masked === HIDDEN);
}

// src/engine/value-tag.ts
import { createHmac } from "node:crypto";
var LEAST_UNGUESSABLE_BYTES = 20;
var DIGITS2 = 4;
var DIGITS_GUESSABLE = 1;
function valueTag(salt, value, options) {
  const isGuessable = options.isGuessable || value.length < LEAST_UNGUESSABLE_BYTES;
  const hash = createHmac("sha256", Buffer.from(salt, "hex")).update(value).digest("hex");
  return hash.slice(0, isGuessable ? DIGITS_GUESSABLE : DIGITS2);
}
function isSameTag(a, b) {
  if (a === void 0 || b === void 0) return a === b;
  return a.startsWith(b) || b.startsWith(a);
}

// src/engine/finding-builder.ts
var CONTEXT_LINES = 1;
var MOST_LINES = 6;
var LINE_KEPT_BYTES = 400;
var LARGEST_HASHED_BYTES = 4 * 1024 * 1024;
var FindingBuilder = class {
  #origin;
  #bytes;
  #lines;
  #spans;
  #isWhole;
  #salt;
  #joined;
  #hashes;
  constructor(origin, bytes, lines, candidates, options = {}) {
    this.#origin = origin;
    this.#bytes = bytes;
    this.#lines = lines;
    this.#isWhole = options.isWhole ?? false;
    this.#salt = options.salt;
    this.#spans = candidates.map((candidate) => ({
      start: candidate.start,
      end: candidate.end,
      masked: maskOf(candidate, this.#latin1(candidate.start, candidate.end))
    }));
  }
  /** Adds a secret that a code rule found, in UTF-16 offsets of `text`, to what is masked. */
  addSecret(range, text2) {
    const { start, end } = this.#toBytes(range, text2);
    this.#spans.push({ start, end, masked: HIDDEN });
    this.#joined = void 0;
  }
  /** The finding of a detector. */
  fromCandidate(candidate) {
    const { detector, start, end } = candidate;
    const masked = maskOf(candidate, this.#latin1(start, end));
    const region = this.#lines.region(start, end);
    const isGuessable = detector.generic ?? false;
    return this.#finish(
      detector,
      region,
      { start, end },
      { message: detector.title, masked, ...this.#tag({ start, end }, isGuessable) }
    );
  }
  /** The finding of a code rule; `text` is what its ranges point into, absent for rules over a file's name. */
  fromMatch(rule, match, text2 = "") {
    const span = this.#toBytes(match.range, text2);
    const region = this.#lines.region(span.start, span.end);
    const severity = match.severity ?? rule.severity;
    const confidence = match.confidence ?? rule.confidence;
    const extra = {
      ...match.secret ? { masked: HIDDEN, ...this.#tag(this.#toBytes(match.secret, text2), true) } : {},
      ...match.paste === void 0 ? {} : { paste: match.paste }
    };
    return this.#finish({ ...rule, severity, confidence }, region, span, { message: match.message, ...extra });
  }
  #finish(rule, region, span, words) {
    const excerpt = this.#excerpt(region, span);
    const lineHash = this.#lineHash(region.startLine);
    return {
      ruleId: rule.id,
      title: rule.title,
      severity: rule.severity,
      confidence: rule.confidence,
      ...words,
      origin: this.#origin,
      region,
      excerpt,
      fingerprint: fingerprint(rule.id, this.#origin.path, excerpt),
      ...lineHash === void 0 ? {} : { lineHash }
    };
  }
  #excerpt(region, span) {
    if (this.#bytes.length === 0) return { startLine: 1, lines: [] };
    const from = Math.max(this.#lines.firstLine, region.startLine - CONTEXT_LINES);
    const wanted = Math.min(region.endLine + CONTEXT_LINES, from + MOST_LINES - 1);
    const to = Math.min(this.#lines.lastLine, wanted);
    const lines = [];
    for (let line = from; line <= to; line++) lines.push(this.#maskedLine(line, span));
    return { startLine: from, lines };
  }
  /** One line with every candidate masked; a long line is cut to the bytes around the finding. */
  #maskedLine(line, span) {
    const whole = this.#lines.lineSpan(line);
    let { start, end } = whole;
    if (end - start > LINE_KEPT_BYTES) {
      start = Math.max(start, Math.min(span.start - LINE_KEPT_BYTES / 4, end - LINE_KEPT_BYTES));
      end = Math.min(end, start + LINE_KEPT_BYTES);
    }
    this.#joined ??= joinSpans(this.#spans);
    let text2 = start > whole.start ? "\u2026" : "";
    let at = start;
    for (const masked of this.#joined) {
      if (masked.end <= at) continue;
      if (masked.start >= end) break;
      text2 += this.#lines.text(at, Math.max(at, masked.start)) + masked.masked;
      at = Math.min(end, masked.end);
    }
    return text2 + this.#lines.text(at, end) + (end < whole.end ? "\u2026" : "");
  }
  #tag(span, isGuessable) {
    if (this.#salt === void 0) return {};
    return { valueTag: valueTag(this.#salt, this.#bytes.subarray(span.start, span.end), { isGuessable }) };
  }
  #lineHash(line) {
    if (!this.#isWhole || this.#bytes.length === 0 || this.#bytes.length > LARGEST_HASHED_BYTES) return void 0;
    this.#hashes ??= lineHashes(this.#lines.text(0, this.#bytes.length));
    return this.#hashes[line - 1];
  }
  #toBytes(range, text2) {
    const { encoding } = this.#lines;
    const start = Buffer.byteLength(text2.slice(0, range.start), encoding);
    return { start, end: start + Buffer.byteLength(text2.slice(range.start, range.end), encoding) };
  }
  #latin1(start, end) {
    return Buffer.from(this.#bytes.subarray(start, end)).toString("latin1");
  }
};
function maskOf(candidate, value) {
  return mask(value, candidate.detector.prefix);
}
function fingerprint(ruleId, path, excerpt) {
  const lines = excerpt.lines.map((line) => line.replace(/\s+/g, " ").trim());
  return createHash("sha256").update(JSON.stringify([ruleId, path, lines])).digest("hex").slice(0, 32);
}

// src/engine/comment-signs.ts
var HASH = { open: /#+!?$/ };
var SLASHES = { open: /\/\/[/!]*$/ };
var BLOCK = { open: /\/\*[*!]*$/, close: "*/" };
var DASHES = { open: /--$/ };
var SEMICOLON = { open: /;+$/ };
var PERCENT = { open: /%+$/ };
var MARKUP = { open: /<!--$/, close: "-->" };
var TEMPLATE = { open: /\{\{-?\s*\/\*$/, close: "*/" };
var JINJA = { open: /\{#-?$/, close: "#}" };
var REM = { open: /(?<=^|[\s&@])REM$/i };
var COLONS = { open: /^\s*::$/ };
var C_LIKE = [SLASHES, BLOCK];
var SIGNS = [
  [/\.(?:json|csv|tsv)$/i, []],
  [/\.(?:md|markdown|html?|xhtml|xml|svg|xsd|xsl|vue|csproj|config)$/i, [MARKUP]],
  [
    /\.(?:jsonc|json5|m?[jt]sx?|c[jt]s|java|kts?|scala|go|rs|c|h|cc|cpp|hpp|cs|swift|dart|groovy|gradle|proto|css|scss|less)$/i,
    C_LIKE
  ],
  [/\.(?:hcl|tf|tfvars|nomad|php)$/i, [HASH, ...C_LIKE]],
  [/\.(?:sql|lua|hs|elm|ada|adb)$/i, [DASHES, BLOCK]],
  [/\.(?:tex|sty|erl|hrl|m|pro)$/i, [PERCENT]],
  [/\.(?:bat|cmd)$/i, [REM, COLONS]],
  [/\.(?:ini|cfg|inf|reg|lisp|el|clj|asm|s)$/i, [SEMICOLON, HASH]],
  [/\.(?:tpl|tmpl|gotmpl|ctmpl)$/i, [TEMPLATE, HASH, ...C_LIKE, MARKUP, JINJA]],
  [/\.(?:j2|jinja2?)$/i, [JINJA, HASH, ...C_LIKE, MARKUP]],
  [/\.(?:ya?ml)$/i, [HASH, TEMPLATE, JINJA]],
  [
    /\.(?:sh|bash|zsh|ksh|py|rb|pl|toml|env|properties|mk|ps1|r|nix|service|dockerfile|containerfile)$|(?:^|\/)(?:Dockerfile|Containerfile|Makefile|\.env)[^/]*$/i,
    [HASH]
  ]
];
var COMMON = [HASH, ...C_LIKE, DASHES, SEMICOLON, MARKUP, TEMPLATE];
function signsOf(path) {
  return SIGNS.find(([name]) => name.test(path))?.[1] ?? COMMON;
}
function commentAt(line, at, signs) {
  const before2 = line.slice(0, at).trimEnd();
  for (const { open, close } of signs) {
    const sign = open.exec(before2);
    if (!sign) continue;
    const code = before2.slice(0, sign.index);
    if (!/(?:^|[\s;{}(),&@])$/.test(code) || isQuoted(code)) continue;
    const rest = line.slice(at);
    const end = close === void 0 ? -1 : rest.indexOf(close);
    const after = end < 0 ? "" : rest.slice(end + close.length).replace(/^\s*-?\}\}/, "");
    return { text: end < 0 ? rest : rest.slice(0, end), isAlone: (code + after).trim() === "" };
  }
  return void 0;
}
function isQuoted(text2) {
  let quote = "";
  for (let i = 0; i < text2.length; i++) {
    const char = text2[i];
    if (char === "\\") i++;
    else if (quote !== "") {
      if (char === quote) quote = "";
    } else if (char === '"' || char === "`" || char === "'" && !/\w/.test(text2[i - 1] ?? " ")) quote = char;
  }
  return quote !== "";
}

// src/engine/suppressions.ts
var MARKER = Buffer.from("vaultcheck:");
var LONGEST_LINE_BYTES = 4096;
var MISSPELT = /^(?:supp?r?ess?(?:ed|es|ion)?|ignore|ignored|disable|disabled|allow|skip|nosec|noqa)$/i;
var MOST_PER_WINDOW = 1e4;
function findSuppressions(bytes, path, window) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = buffer.indexOf(MARKER, window.ownStart);
  const signs = first < 0 ? [] : signsOf(path);
  if (signs.length === 0) return [];
  const lines = new LineIndex(bytes, window);
  const { ownEnd } = window;
  const found = [];
  for (let at = first; at >= 0 && at < ownEnd; at = buffer.indexOf(MARKER, at + 1)) {
    const { startLine: line } = lines.region(at, at);
    const span = lines.lineSpan(line);
    const from = Math.max(span.start, at - LONGEST_LINE_BYTES);
    const text2 = lines.text(from, Math.min(span.end, at + LONGEST_LINE_BYTES));
    const comment = commentAt(text2, lines.text(from, at).length, signs);
    const parsed = comment && parseSuppression(comment.text);
    if (!parsed || found.length === MOST_PER_WINDOW) continue;
    found.push({ path, line, aboutLine: line, ...parsed, isAlone: comment.isAlone && from === span.start });
  }
  const aboutBelow = /* @__PURE__ */ new Map();
  for (const suppression of found.toReversed()) {
    if (!suppression.isAlone) continue;
    const below = suppression.line + 1;
    suppression.aboutLine = aboutBelow.get(below) ?? below;
    aboutBelow.set(suppression.line, suppression.aboutLine);
  }
  return found.map(({ isAlone: _, ...suppression }) => suppression);
}
function parseSuppression(comment) {
  const [, word = "", rest = ""] = /^vaultcheck:[ \t]*([A-Za-z-]+)(?:[ \t]+(.*))?$/s.exec(comment.trim()) ?? [];
  if (word !== "suppress" && !MISSPELT.test(word)) return void 0;
  const [, names3 = "", reason = ""] = /^(.*?)(?:(?:^|\s)(?:--|[–—])(?:\s+(.*))?)?$/s.exec(rest);
  return {
    names: names3.split(/[\s,]+/).filter((name) => name !== ""),
    reason: reason.trim(),
    ...word === "suppress" ? {} : { misspelt: word }
  };
}
function suppressionMistake(suppression, isKnown, nearest) {
  const { path, line, names: names3, reason, misspelt } = suppression;
  const note = (code, message2) => ({ kind: "coverage", code, message: message2, path, line });
  if (misspelt !== void 0)
    return note("suppression-misspelt", `suppression does not work: ${misspelt} should be suppress`);
  if (names3.length === 0) return note("suppression-without-rule", "suppression does not work: it names no rule");
  if (reason === "")
    return note("suppression-without-reason", "suppression does not work: it gives no reason after --");
  const unknown = names3.find((name) => !isKnown(name));
  if (unknown === void 0) return void 0;
  const hint = nearest(unknown);
  const message = `suppression does not work: no rule or family is called ${JSON.stringify(unknown)}`;
  return note("suppression-unknown-rule", hint === void 0 ? message : `${message}, the nearest is ${hint}`);
}

// src/engine/utf8-window.ts
function toUtf8Window(window) {
  const { form = detectForm(window.bytes), ...rest } = window;
  if (form !== "utf16le" && form !== "utf16be") return { ...rest, isBinary: form === "binary" };
  const { bytes, ownStart, ownEnd } = window;
  const isStart = window.form === void 0 || window.line === 1 && window.column === 1 && ownStart === 0;
  const parts = [bytes.subarray(0, ownStart), bytes.subarray(ownStart, ownEnd), bytes.subarray(ownEnd)].map(
    (part) => utf16ToUtf8(part, form)
  );
  if (isStart && startsWithMark(parts[1])) parts[1] = parts[1].subarray(3);
  const [before2, own] = parts;
  return {
    ...rest,
    bytes: Buffer.concat(parts),
    ownStart: before2.length,
    ownEnd: before2.length + own.length,
    isBinary: false
  };
}
function startsWithMark(bytes) {
  return bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191;
}

// src/engine/evaluate.ts
var Evaluator = class {
  #matcher;
  #runs;
  #selected;
  /** Rules that do not run: what they take for a secret is masked all the same. */
  #others;
  #salt;
  /**
   * `all`: the whole catalogue, for masking. `selected`: the rules whose findings are wanted. `salt`: that of a baseline,
   * when one is used or written.
   */
  constructor(all, selected, inputs = defaultInputs(), salt) {
    this.#salt = salt;
    this.#matcher = new Matcher(all.filter((rule) => rule.type === "detector"));
    this.#runs = new Set(selected.map((rule) => rule.id));
    this.#selected = new CodeRules(selected, inputs);
    this.#others = new CodeRules(
      all.filter((rule) => !this.#runs.has(rule.id)),
      inputs
    );
  }
  /** Memory that sources may read windows into, in turn; others are copied before they are looked at. */
  get memory() {
    return this.#matcher.memory;
  }
  /** Reads the blob once; never throws for what the blob holds. `breathe` is called between its windows. */
  async evaluate(blob, breathe = async () => {
  }) {
    const result = {
      findings: [],
      problems: [],
      artifacts: [],
      suppressions: [],
      bytes: 0,
      isBinary: false
    };
    let isFirst = true;
    for (const raw of blob.windows()) {
      result.bytes += raw.ownEnd - raw.ownStart;
      if (isFirst) this.#judgeFile(blob, raw, result);
      isFirst = false;
      const window = toUtf8Window(raw);
      result.isBinary = window.isBinary;
      if (result.isBinary) break;
      await this.#judgeWindow(blob.origin, window, result);
      if (!window.isWhole) await breathe();
    }
    return result;
  }
  /**
   * Judges what only the whole project shows; `read` gives the bytes of a file once more, or nothing when it is gone.
   */
  async judgeProject(project, read2) {
    const problems = [];
    const artifact = {
      kind: "project",
      origin: { kind: "file", path: "." },
      text: "",
      data: project
    };
    const matches7 = this.#selected.judge(artifact, problems);
    const findings = [];
    for (const [path, own] of Map.groupBy(matches7, ({ match }) => match.path ?? "")) {
      const raw = await read2(path) ?? new Uint8Array(0);
      const window = toUtf8Window({ bytes: raw, ownStart: 0, ownEnd: raw.length, line: 1, column: 1, isWhole: true });
      const bytes = window.isBinary ? new Uint8Array(0) : window.bytes;
      const { candidates } = this.#matcher.find(bytes, path);
      const origin = { kind: "file", path };
      const lines = new LineIndex(bytes);
      const text2 = lines.text(0, bytes.length);
      const hidden = bytes.length === 0 ? [] : await this.#hiddenSecrets(origin, bytes, text2);
      const builder = new FindingBuilder(origin, bytes, lines, candidates, {
        isWhole: bytes.length > 0,
        salt: this.#salt
      });
      for (const { match } of [...own, ...hidden]) if (match.secret) builder.addSecret(match.secret, text2);
      findings.push(...own.map(({ rule, match }) => builder.fromMatch(rule, match, text2)));
    }
    return { findings, problems };
  }
  /** Rules over the name and the first bytes, text or not. */
  #judgeFile(blob, window, result) {
    if (this.#selected.of("file").length === 0) return;
    const path = blob.origin.path;
    const data = {
      path,
      name: path.slice(path.lastIndexOf("/") + 1),
      sizeBytes: blob.sizeBytes,
      head: window.bytes.subarray(0, 512)
    };
    const artifact = { kind: "file", origin: blob.origin, text: "", data };
    const builder = new FindingBuilder(blob.origin, new Uint8Array(0), new LineIndex(new Uint8Array(0)), []);
    for (const { rule, match } of this.#selected.judge(artifact, result.problems))
      result.findings.push(builder.fromMatch(rule, match));
  }
  async #judgeWindow(origin, window, result) {
    const { bytes } = window;
    result.suppressions.push(...findSuppressions(bytes, origin.path, window));
    const { candidates, problems } = this.#matcher.find(bytes, origin.path);
    result.problems.push(...problems);
    const accepted = mostSpecific(candidates.filter(({ isAccepted }) => isAccepted)).filter(
      ({ matchStart, detector }) => matchStart >= window.ownStart && matchStart < window.ownEnd && this.#runs.has(detector.id)
    );
    const matches7 = window.isWhole ? await this.#judgeArtifacts(origin, bytes, result) : [];
    if (accepted.length === 0 && matches7.length === 0) return;
    const text2 = matches7.length === 0 ? "" : new LineIndex(bytes).text(0, bytes.length);
    const hidden = window.isWhole ? await this.#hiddenSecrets(origin, bytes, text2) : [];
    const found = { candidates, accepted, matches: matches7, hidden };
    result.findings.push(...buildFindings(origin, window, found, this.#salt));
  }
  /** Parses what the rules that run want, and judges it. */
  async #judgeArtifacts(origin, bytes, result) {
    const parsers = parsersFor(origin.path, bytes, this.#selected.kinds);
    if (parsers.length === 0) return [];
    const text2 = new LineIndex(bytes).text(0, bytes.length);
    const parsed = await parseArtifacts({ origin, text: text2 }, parsers);
    result.problems.push(...parsed.problems);
    for (const artifact of parsed.artifacts) {
      if (this.#selected.projectKinds.has(artifact.kind) && isProjectArtifact(artifact))
        result.artifacts.push({ kind: artifact.kind, path: origin.path, data: artifact.data });
    }
    return parsed.artifacts.flatMap((artifact) => this.#selected.judge(artifact, result.problems));
  }
  /** Matches with secrets of the rules that do not run. */
  async #hiddenSecrets(origin, bytes, text2) {
    const parsers = parsersFor(origin.path, bytes, this.#others.kinds);
    if (parsers.length === 0) return [];
    const whole = text2 === "" ? new LineIndex(bytes).text(0, bytes.length) : text2;
    const { artifacts } = await parseArtifacts({ origin, text: whole }, parsers);
    return artifacts.flatMap((artifact) => this.#others.judge(artifact, [])).filter(({ match }) => match.secret);
  }
};
function buildFindings(origin, window, found, salt) {
  const { candidates, accepted, matches: matches7, hidden } = found;
  const { bytes } = window;
  const lines = new LineIndex(bytes, window);
  const builder = new FindingBuilder(origin, bytes, lines, candidates, { isWhole: window.isWhole, salt });
  const text2 = matches7.length + hidden.length === 0 ? "" : lines.text(0, bytes.length);
  for (const { match } of [...matches7, ...hidden]) if (match.secret) builder.addSecret(match.secret, text2);
  return [
    ...accepted.map((candidate) => builder.fromCandidate(candidate)),
    ...matches7.map(({ rule, match }) => builder.fromMatch(rule, match, text2))
  ];
}

// src/engine/glob.ts
function pathTest(globs) {
  const patterns = globs.map(parseGlob).filter((pattern) => pattern.segments.length > 0);
  if (patterns.length === 0) return () => false;
  return (path, isFolder = false) => {
    const segments = path.split("/");
    for (let depth = 1; depth <= segments.length; depth++) {
      const part = segments.slice(0, depth);
      const isFolderHere = depth < segments.length || isFolder;
      const last = patterns.findLast((pattern) => (isFolderHere || !pattern.isFolderOnly) && matches6(pattern, part));
      if (last && !last.isNegative) return true;
    }
    return false;
  };
}
function parseGlob(glob) {
  const isNegative = glob.startsWith("!");
  const rest = glob.slice(isNegative ? 1 : 0).replace(/^\.\//, "");
  const isFolderOnly = rest.endsWith("/");
  const body = rest.replace(/\/+$/, "");
  const segments = body.split("/").filter((segment) => segment !== "");
  if (!body.includes("/") && segments.length > 0) segments.unshift("**");
  return { segments, isNegative, isFolderOnly };
}
function matches6({ segments }, path) {
  let reached = /* @__PURE__ */ new Set([0]);
  for (const [i, segment] of segments.entries()) {
    const next = /* @__PURE__ */ new Set();
    for (const at of reached) {
      if (segment === "**") {
        const least = i === segments.length - 1 ? at + 1 : at;
        for (let end = least; end <= path.length; end++) next.add(end);
      } else if (at < path.length && matchesSegment(segment, path[at])) next.add(at + 1);
    }
    if (next.size === 0) return false;
    reached = next;
  }
  return reached.has(path.length);
}
function matchesSegment(pattern, text2) {
  const tokens = tokenize(pattern);
  let token = 0;
  let at = 0;
  let star = -1;
  let starAt = 0;
  while (at < text2.length) {
    const current = tokens[token];
    if (current === "*") {
      star = token++;
      starAt = at;
    } else if (current !== void 0 && accepts(current, text2[at])) {
      token++;
      at++;
    } else if (star >= 0) {
      token = star + 1;
      at = ++starAt;
    } else return false;
  }
  while (tokens[token] === "*") token++;
  return token === tokens.length;
}
function accepts(token, char) {
  if ("any" in token) return true;
  if ("char" in token) return token.char === char;
  return token.ranges.some(([from, to]) => char >= from && char <= to) !== token.isNegative;
}
var tokensOf2 = /* @__PURE__ */ new Map();
function tokenize(pattern) {
  let tokens = tokensOf2.get(pattern);
  if (tokens) return tokens;
  tokens = [];
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i];
    if (char === "*") {
      if (tokens.at(-1) !== "*") tokens.push("*");
    } else if (char === "?") tokens.push({ any: true });
    else if (char === "\\" && i + 1 < pattern.length) tokens.push({ char: pattern[++i] });
    else if (char === "[" && pattern.indexOf("]", i + 2) > 0) {
      const end = pattern.indexOf("]", i + 2);
      tokens.push(classOf(pattern.slice(i + 1, end)));
      i = end;
    } else tokens.push({ char });
  }
  tokensOf2.set(pattern, tokens);
  return tokens;
}
function classOf(body) {
  const isNegative = body.startsWith("!") || body.startsWith("^");
  const ranges = [];
  for (let i = isNegative ? 1 : 0; i < body.length; i++) {
    const isRange = body[i + 1] === "-" && i + 2 < body.length;
    ranges.push([body[i], isRange ? body[i + 2] : body[i]]);
    if (isRange) i += 2;
  }
  return { isNegative, ranges };
}

// src/engine/apply-suppressions.ts
function applySuppressions(findings, suppressions) {
  const { known, ran, config } = suppressions;
  const rules = new Map(known.map((rule) => [rule.id, rule]));
  const names3 = ruleNames(known);
  const isKnown = (name) => known.some((rule) => answersTo(rule, name));
  const meets = (finding, listed) => {
    const rule = rules.get(finding.ruleId);
    return rule !== void 0 && listed.some((name) => answersTo(rule, name));
  };
  const problems = [];
  const working = [];
  for (const comment of suppressions.inline) {
    const mistake = suppressionMistake(comment, isKnown, (name) => likelyWord(name, names3));
    if (mistake) problems.push(mistake);
    else working.push(comment);
  }
  const byPath = Map.groupBy(working, ({ path }) => path);
  const inConfig = config.map((entry) => ({ entry, covers: coverage(entry) }));
  const used = /* @__PURE__ */ new Set();
  const live = [];
  const suppressed = [];
  for (const finding of findings) {
    const comments = (byPath.get(finding.origin.path) ?? []).filter(
      (comment2) => isAbout(comment2, finding) && meets(finding, comment2.names)
    );
    const entries2 = inConfig.filter(({ entry, covers }) => covers(finding.origin.path) && meets(finding, entry.rules));
    for (const comment2 of comments) used.add(comment2);
    for (const { entry } of entries2) used.add(entry);
    const [comment] = comments;
    const [first] = entries2;
    if (comment) suppressed.push({ finding, by: "comment", reason: comment.reason, line: comment.line });
    else if (first) suppressed.push({ finding, by: "config", reason: first.entry.reason });
    else live.push(finding);
  }
  const couldApply = (listed) => listed.some((name) => ran.some((rule) => answersTo(rule, name)));
  const unused = [
    ...working.filter((comment) => !used.has(comment) && couldApply(comment.names)).map(({ path, line, names: listed }) => ({ by: "comment", path, line, names: listed })),
    ...config.filter((entry) => !used.has(entry) && couldApply(entry.rules)).map((entry) => ({ by: "config", path: entry.paths.join(", ") || "**", names: entry.rules }))
  ];
  return { live, suppressed, unused, problems };
}
function coverage(entry) {
  return entry.paths.length === 0 ? () => true : pathTest(entry.paths);
}
function isAbout(comment, finding) {
  const { startLine, endLine } = finding.region;
  const covers = (line) => line >= startLine && line <= endLine;
  return covers(comment.aboutLine) || covers(comment.line);
}

// src/engine/baseline.ts
import { createHash as createHash2 } from "node:crypto";
function applyBaseline(findings, baseline, context) {
  const items = findings.map((finding) => ({ finding, ...contentOf2(finding), isTaken: false }));
  const lefts = baseline.entries.map((entry) => ({ entry, count: entry.count }));
  const take = (keyOfItem, keyOfEntry) => {
    const waiting = Map.groupBy(
      items.filter((item) => !item.isTaken && keyOfItem(item) !== void 0),
      (item) => keyOfItem(item)
    );
    for (const left of lefts.filter(({ count }) => count > 0)) {
      for (const item of waiting.get(keyOfEntry(left.entry)) ?? []) {
        if (left.count === 0) break;
        if (item.isTaken || !isSameTag(item.value, left.entry.value)) continue;
        item.isTaken = true;
        left.count--;
      }
    }
  };
  take(
    ({ finding, around }) => key(finding.ruleId, finding.origin.path, around),
    ({ rule, path, around }) => key(rule, path, around)
  );
  take(
    ({ finding, line }) => key(finding.ruleId, finding.origin.path, line),
    ({ rule, path, line }) => key(rule, path, line)
  );
  take(
    // What has no lines has nothing by which it could be known elsewhere.
    ({ finding, around }) => finding.excerpt.lines.length === 0 ? void 0 : key(finding.ruleId, "", around),
    ({ rule, path, around }) => context.isThere(path) ? "" : key(rule, "", around)
  );
  return {
    live: items.filter((item) => !item.isTaken).map(({ finding }) => finding),
    baselined: items.filter((item) => item.isTaken).map(({ finding }) => finding),
    gone: lefts.reduce((sum, { entry, count }) => sum + (context.ran(entry.rule) ? count : 0), 0)
  };
}
function contentOf2(finding) {
  const { lines, startLine } = finding.excerpt;
  const plain = lines.map((line) => line.replace(/\s+/g, " ").trim());
  const own = plain.slice(
    Math.max(0, finding.region.startLine - startLine),
    Math.max(1, finding.region.endLine - startLine + 1)
  );
  return {
    line: digest(own),
    around: digest(plain),
    ...finding.valueTag === void 0 ? {} : { value: finding.valueTag }
  };
}
function digest(lines) {
  return createHash2("sha256").update(JSON.stringify(lines)).digest("hex").slice(0, 16);
}
function key(rule, path, content) {
  return [rule, path, content].join("\0");
}

// src/engine/triage-findings.ts
function triageFindings(findings, inputs) {
  const { live, suppressed, unused, problems } = applySuppressions(findings, inputs.suppressions);
  const outcome = { suppressed, baselined: [], unusedSuppressions: unused };
  if (!inputs.baseline) return { findings: live, triage: outcome, problems };
  const { path, baseline } = inputs.baseline;
  const matched = applyBaseline(live, baseline, inputs);
  const known = baseline.entries.reduce((sum, { count }) => sum + count, 0);
  return {
    findings: matched.live,
    triage: { ...outcome, baselined: matched.baselined, baseline: { path, known, gone: matched.gone } },
    problems
  };
}

// src/sources/file-blob.ts
import { closeSync as closeSync2, constants as constants2, fstatSync as fstatSync2, openSync as openSync2, readSync } from "node:fs";

// src/sources/directory.ts
import { opendirSync, readdirSync, realpathSync as realpathSync2, statSync as statSync2 } from "node:fs";
import { join as join3 } from "node:path";

// src/sources/display-name.ts
import { isUtf8 as isUtf82 } from "node:buffer";
function displayName(name) {
  if (isUtf82(name)) return name.toString("utf8");
  let text2 = "";
  for (let at = 0; at < name.length; ) {
    const length = validLength(name, at);
    text2 += length > 0 ? name.toString("utf8", at, at + length) : `\\x${name[at].toString(16).padStart(2, "0")}`;
    at += Math.max(1, length);
  }
  return text2;
}
function validLength(bytes, at) {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length++) {
    if (isUtf82(bytes.subarray(at, at + length))) return length;
  }
  return 0;
}

// src/sources/directory.ts
var EXCLUDED_FOLDERS = /* @__PURE__ */ new Set([".git", ".hg", ".svn", "node_modules"]);
var MOST_LEVELS2 = 200;
function* walkTarget(target, isExcluded = () => false) {
  const stats = statTarget(target);
  if (stats.isFile()) {
    const name = target.slice(target.replace(/\/+$/, "").lastIndexOf("/") + 1);
    yield { type: "file", file: { absolute: target, path: displayName(Buffer.from(name)) } };
    return;
  }
  if (!stats.isDirectory()) {
    throw new TargetError("not-a-regular-file", `${target} is ${kindOf(stats)}, neither a directory nor a file`, {
      hint: "name a directory or a regular file"
    });
  }
  checkReadable(target);
  yield* walkFolder(target, "", 0, { root: realpathSync2(target), isExcluded });
}
function statTarget(target) {
  try {
    return statSync2(target);
  } catch (error) {
    const code = error.code;
    const what = code === "ENOENT" ? "is not there" : `can't be looked at (${code})`;
    throw new TargetError("target-missing", `${target} ${what}`, { hint: "check the path", cause: error });
  }
}
function checkReadable(target) {
  try {
    opendirSync(target).closeSync();
  } catch (error) {
    const code = error.code;
    throw new TargetError("target-unreadable", `${target} can't be read (${code})`, {
      hint: "run vaultcheck as a user who may read it",
      cause: error
    });
  }
}
function* walkFolder(absolute, relative2, level, walk) {
  if (level > MOST_LEVELS2) {
    yield { type: "problem", problem: unread("too-deep", `folders deeper than ${MOST_LEVELS2} levels`, relative2) };
    return;
  }
  let names3;
  try {
    names3 = readdirSync(absolute, { withFileTypes: true, encoding: "buffer" });
  } catch (error) {
    yield { type: "problem", problem: readProblem(error, relative2, "folder") };
    return;
  }
  names3.sort((a, b) => Buffer.compare(a.name, b.name));
  for (const entry of names3) {
    const name = displayName(entry.name);
    const path = relative2 === "" ? name : `${relative2}/${name}`;
    const isFolder = entry.isDirectory();
    if (isFolder && EXCLUDED_FOLDERS.has(name) || walk.isExcluded(path, isFolder)) yield { type: "excluded", path };
    else yield* walkEntry(entry, joinName(absolute, entry.name), path, level, walk);
  }
}
function* walkEntry(entry, absolute, path, level, walk) {
  if (entry.isFile()) yield { type: "file", file: { absolute, path } };
  else if (entry.isDirectory()) yield* walkFolder(absolute, path, level + 1, walk);
  else if (entry.isSymbolicLink()) {
    const problem = linkProblem(absolute, path, walk.root);
    if (problem) yield { type: "problem", problem };
  } else yield { type: "problem", problem: specialFile(kindOf(entry), path) };
}
function linkProblem(absolute, path, root) {
  let message = "symbolic link out of the target, not followed";
  try {
    const named = realpathSync2(absolute);
    if (named === root || named.startsWith(`${root}/`)) return void 0;
  } catch (error) {
    const code = error.code;
    if (code === "ELOOP") message = "symbolic link in a loop, not followed";
    else if (code === "ENOENT") message = "symbolic link to nothing";
  }
  return { kind: "coverage", code: "symbolic-link", message, path };
}
function specialFile(kind, path) {
  return { kind: "coverage", code: "not-a-regular-file", message: `${kind}, not opened`, path };
}
function readProblem(error, path, kind = "file") {
  const code = error.code ?? "unknown error";
  if (code === "EACCES" || code === "EPERM")
    return unread("permission-denied", `no permission to read this ${kind}`, path);
  if (code === "ENOENT") return unread("vanished", `${kind} vanished before it could be read`, path);
  return unread("read-error", `${kind} could not be read (${code})`, path);
}
function unread(code, message, path) {
  return { kind: "unread", code, message, path: path || "." };
}
function kindOf(stats) {
  if (stats.isFIFO()) return "a FIFO";
  if (stats.isSocket()) return "a socket";
  if (stats.isBlockDevice()) return "a block device";
  if (stats.isCharacterDevice()) return "a character device";
  return "not a regular file";
}
function joinName(folder, name) {
  const text2 = name.toString("utf8");
  if (typeof folder === "string" && Buffer.from(text2).equals(name)) return join3(folder, text2);
  return Buffer.concat([Buffer.from(folder), Buffer.from("/"), name]);
}

// src/sources/windows.ts
var LINE_FEED2 = 10;
var WINDOW_SIZES = { window: 4 * 1024 * 1024, context: 64 * 1024, overlap: 64 * 1024 };
var ReadBuffer = class {
  #bytes;
  /** `lent` is memory that the engine looks at without copying it. */
  constructor(lent) {
    this.#bytes = lent ?? Buffer.allocUnsafe(256 * 1024);
  }
  /** At least `size` bytes; what an earlier call gave is lost. */
  atLeast(size) {
    if (this.#bytes.length < size) this.#bytes = Buffer.allocUnsafe(size);
    return this.#bytes;
  }
};
function* readWindows(sizeBytes, read2, buffer, sizes = WINDOW_SIZES) {
  if (sizeBytes <= sizes.window) {
    const bytes2 = buffer.atLeast(sizeBytes + 1);
    const filled2 = read2(bytes2, 0, sizeBytes);
    yield { bytes: bytes2.subarray(0, filled2), ownStart: 0, ownEnd: filled2, line: 1, column: 1, isWhole: true };
    return;
  }
  const bytes = buffer.atLeast(sizes.context + sizes.window + sizes.overlap + 8);
  let filled = read2(bytes, 0, sizes.window + sizes.overlap);
  const form = detectForm(bytes.subarray(0, filled));
  let ownStart = 0;
  let place = { line: 1, column: 1 };
  let counted = { line: 1, column: isMarked(bytes, form) ? 0 : 1 };
  for (; ; ) {
    const isLast = filled - ownStart <= sizes.window;
    const ownEnd = isLast ? filled : characterStart(bytes, ownStart + sizes.window, form);
    yield { bytes: bytes.subarray(0, filled), ownStart, ownEnd, ...place, isWhole: false, form };
    if (isLast) return;
    const keepFrom = characterStart(bytes, Math.max(0, ownEnd - sizes.context), form);
    counted = advance(counted, bytes.subarray(0, filled), keepFrom, form);
    place = counted;
    bytes.copyWithin(0, keepFrom, filled);
    ownStart = ownEnd - keepFrom;
    filled -= keepFrom;
    filled += read2(bytes, filled, ownStart + sizes.window + sizes.overlap - filled);
  }
}
function isMarked(bytes, form) {
  return form !== "text" && form !== "binary" && [65279, 65534].includes(bytes.readUInt16LE(0));
}
function characterStart(bytes, at, form) {
  if (form === "utf16le" || form === "utf16be") {
    const even = at & ~1;
    const unit = form === "utf16le" ? bytes.readUInt16LE(even) : bytes.readUInt16BE(even);
    const isSecondHalf = unit >= 56320 && unit <= 57343;
    return isSecondHalf && even >= 2 ? even - 2 : even;
  }
  for (let start = at; start > Math.max(0, at - 4); start--) if ((bytes[start] & 192) !== 128) return start;
  return at;
}
function advance(place, bytes, count, form) {
  if (form === "utf16le" || form === "utf16be") return advanceText(place, decodeUtf16(bytes, count, form));
  const { line } = advanceText(place, bytes.toString("latin1", 0, count));
  const lineStart = bytes.lastIndexOf(LINE_FEED2, count - 1) + 1;
  const units = bytes.toString(textEncoding(bytes), lineStart, count).length;
  return { line, column: (lineStart === 0 ? place.column : 1) + units };
}
function advanceText(place, text2) {
  const lastBreak = text2.lastIndexOf("\n");
  if (lastBreak < 0) return { line: place.line, column: place.column + text2.length };
  let line = place.line;
  for (let at = text2.indexOf("\n"); at !== -1; at = text2.indexOf("\n", at + 1)) line++;
  return { line, column: text2.length - lastBreak };
}
function decodeUtf16(bytes, count, form) {
  if (form === "utf16le") return bytes.toString("utf16le", 0, count);
  return Buffer.from(bytes.subarray(0, count)).swap16().toString("utf16le");
}

// src/sources/file-blob.ts
var ReadFailure = class extends Error {
  problem;
  constructor(problem) {
    super(problem.message);
    this.problem = problem;
  }
};
async function withFile(file, buffer, use) {
  let descriptor;
  try {
    descriptor = openSync2(file.absolute, constants2.O_RDONLY | constants2.O_NONBLOCK | constants2.O_NOFOLLOW);
    const stats = fstatSync2(descriptor);
    if (!stats.isFile()) return specialFile(kindOf(stats), file.path);
    const open = descriptor;
    await use({
      origin: { kind: "file", path: file.path },
      sizeBytes: stats.size,
      windows: () => readWindows(stats.size, (into, offset, length) => readFully(open, into, offset, length, file.path), buffer)
    });
    return void 0;
  } catch (error) {
    if (error instanceof ReadFailure) return error.problem;
    if (error.syscall === "open") return readProblem(error, file.path);
    throw error;
  } finally {
    if (descriptor !== void 0) closeSync2(descriptor);
  }
}
function readFully(descriptor, into, offset, length, path) {
  let total = 0;
  while (total < length) {
    try {
      const read2 = readSync(descriptor, into, offset + total, length - total, null);
      if (read2 === 0) break;
      total += read2;
    } catch (error) {
      throw new ReadFailure(readProblem(error, path));
    }
  }
  return total;
}

// src/scan-files.ts
function emptyResult() {
  const coverage2 = { files: 0, bytes: 0, binary: 0, excluded: 0 };
  return { findings: [], problems: [], artifacts: [], suppressions: [], coverage: coverage2 };
}
async function scanFile(file, evaluator, buffer, result, breathe = async () => {
}) {
  const problem = await withFile(file, buffer, async (blob) => {
    result.coverage.files++;
    const evaluation = await evaluator.evaluate(blob, breathe);
    result.findings.push(...evaluation.findings);
    result.problems.push(...evaluation.problems);
    result.artifacts.push(...evaluation.artifacts);
    result.suppressions.push(...evaluation.suppressions);
    result.coverage.bytes += evaluation.bytes;
    if (evaluation.isBinary) result.coverage.binary++;
  });
  if (problem) result.problems.push(problem);
}
function addResult(into, from) {
  into.findings.push(...from.findings);
  into.problems.push(...from.problems);
  into.artifacts.push(...from.artifacts);
  into.suppressions.push(...from.suppressions);
  for (const key2 of ["files", "bytes", "binary", "excluded"]) into.coverage[key2] += from.coverage[key2];
}

// src/scan-project.ts
import { existsSync } from "node:fs";
import { dirname as dirname2, join as join4, resolve } from "node:path";

// src/clients/git.ts
import { execFile } from "node:child_process";
var HARMLESS2 = [
  "--no-pager",
  "--no-optional-locks",
  ...[
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.pager=cat",
    "core.sshCommand=false",
    "core.askPass=",
    "core.untrackedCache=false",
    "core.alternateRefsCommand=true",
    "credential.helper=",
    "diff.external=",
    "diff.ignoreSubmodules=all",
    "gc.auto=0",
    "maintenance.auto=false",
    "gpg.program=false",
    "log.showSignature=false",
    "protocol.allow=never",
    "safe.directory=*",
    "submodule.recurse=false",
    "uploadpack.packObjectsHook="
  ].flatMap((setting) => ["-c", setting])
];
var MOST_OUTPUT_BYTES = 512 * 1024 * 1024;
var TIMEOUT_MS = 12e4;
var GitError = class extends Error {
};
function runGit(directory, args, signal) {
  const options = {
    cwd: directory,
    encoding: "buffer",
    env: harmlessEnvironment(),
    maxBuffer: MOST_OUTPUT_BYTES,
    timeout: TIMEOUT_MS,
    windowsHide: true,
    ...signal ? { signal } : {}
  };
  return new Promise((resolve3, reject) => {
    execFile("git", [...HARMLESS2, ...args], options, (error, stdout, stderr) => {
      if (!error) return resolve3(stdout);
      const said = stderr.toString("utf8").split("\n")[0] || error.code || error.name;
      reject(new GitError(String(said), { cause: error }));
    });
  });
}
function harmlessEnvironment() {
  return {
    PATH: process.env.PATH ?? "/usr/bin:/bin",
    LC_ALL: "C",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_SYSTEM: "/dev/null",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_TERMINAL_PROMPT: "0",
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_ALLOW_PROTOCOL: "",
    GIT_EXTERNAL_DIFF: "",
    GIT_ASKPASS: "",
    SSH_ASKPASS: ""
  };
}
async function trackedFiles(directory, signal) {
  const output = await runGit(directory, ["ls-files", "-z", "--cached"], signal);
  const names3 = [];
  let start = 0;
  for (let end = output.indexOf(0); end !== -1; end = output.indexOf(0, start)) {
    names3.push(output.subarray(start, end));
    start = end + 1;
  }
  return names3;
}

// src/scan-project.ts
var MOST_ARTIFACTS = 5e4;
function hasProjectRules(rules) {
  return rules.some((rule) => rule.type === "code" && rule.artifact === "project");
}
async function scanProject(scan2, result) {
  const byPath = new Map(scan2.files.map((file) => [file.path, file]));
  const tracked = await tracks(scan2, result);
  const project = {
    files: [...byPath.keys()].sort(),
    ...tracked ? { tracked } : {},
    artifacts: limited(result)
  };
  const read2 = async (path) => {
    const file = byPath.get(path);
    if (!file) return void 0;
    let bytes;
    await withFile(file, scan2.buffer, async (blob) => {
      for (const window of blob.windows()) {
        if (window.isWhole) bytes = Uint8Array.from(window.bytes);
        break;
      }
    });
    return bytes;
  };
  const { findings, problems } = await scan2.evaluator.judgeProject(project, read2);
  result.findings.push(...findings);
  result.problems.push(...problems);
}
function limited(result) {
  const sorted2 = result.artifacts.sort((a, b) => a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
  if (sorted2.length <= MOST_ARTIFACTS) return sorted2;
  result.problems.push({
    kind: "coverage",
    code: "too-many-artifacts",
    message: `rules over the whole project looked at ${MOST_ARTIFACTS} of ${sorted2.length} artifacts`
  });
  return sorted2.slice(0, MOST_ARTIFACTS);
}
async function tracks(scan2, result) {
  if (!isInWorkTree(scan2.target)) return void 0;
  try {
    return (await trackedFiles(scan2.target, scan2.signal)).map(displayName).sort();
  } catch (error) {
    if (!(error instanceof GitError) || scan2.signal.aborted) throw error;
    result.problems.push({
      kind: "coverage",
      code: "git-failed",
      message: `git could not tell which files it tracks (${error.message}); rules about tracked files did not run`
    });
    return void 0;
  }
}
function isInWorkTree(target) {
  for (let folder = resolve(target); ; folder = dirname2(folder)) {
    if (existsSync(join4(folder, ".git"))) return true;
    if (folder === dirname2(folder)) return false;
  }
}

// src/thread-pool.ts
import { Worker } from "node:worker_threads";
var BATCH_FILES = 64;
var ThreadPool = class {
  #workers;
  constructor(url, start, threads) {
    this.#workers = Array.from({ length: threads }, () => new Worker(url, { workerData: start }));
  }
  /** Resolves when every file is judged; rejects when a thread fails or the signal aborts. */
  async run(files2, signal, onResult) {
    let next = 0;
    const takeBatch = () => {
      const batch = files2.slice(next, next + BATCH_FILES);
      next += batch.length;
      return batch;
    };
    await new Promise((resolve3, reject) => {
      let running = this.#workers.length;
      signal.addEventListener("abort", () => reject(new InterruptedError()), { once: true });
      if (signal.aborted) reject(new InterruptedError());
      for (const worker of this.#workers) {
        const give = () => {
          const batch = takeBatch();
          if (batch.length > 0) worker.postMessage(batch);
          else if (--running === 0) resolve3();
        };
        worker.on("error", reject);
        worker.on("message", (result) => {
          onResult(result);
          give();
        });
        give();
      }
    });
  }
  /** Ends all threads, also in the middle of a batch. */
  async close() {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
};

// src/version.ts
var VERSION = true ? "0.1.0" : readPackageVersion(import.meta.url);

// src/scan.ts
var FILES_WORTH_THREADS = 600;
var TURN_MS = 40;
async function scan(options) {
  const { config, baseline } = options;
  const rules = loadCatalog();
  config.checkNames(rules);
  const stopWords = config.stopWords.map((word) => word.toLowerCase());
  const catalog = withStopWords(rules, stopWords);
  const selected = selectRules(catalog, options).map((rule) => withSeverity(rule, config));
  const result = emptyResult();
  const { files: files2, unseen } = await collectFiles(options, result);
  const inputs = { options: { registries: config.registries, stopWords }, now: /* @__PURE__ */ new Date() };
  const salt = baseline?.baseline.salt;
  const evaluator = new Evaluator(catalog, selected, inputs, salt);
  const buffer = new ReadBuffer(evaluator.memory);
  if (options.jobs > 1 && options.workerUrl && files2.length >= FILES_WORTH_THREADS) {
    const start = { role: "vaultcheck-scan", ruleIds: selected.map(({ id }) => id), inputs };
    await scanInThreads(files2, salt === void 0 ? start : { ...start, salt }, options, result);
  } else await scanHere(files2, { evaluator, buffer }, options, result);
  if (hasProjectRules(selected)) {
    const { target, signal } = options;
    await scanProject({ target, files: files2, evaluator, buffer, signal }, result);
    if (signal.aborted) throw new InterruptedError();
  }
  setSeverities(result.findings, selected, config);
  const triaged = triageFindings(sortFindings(result.findings), {
    suppressions: { inline: result.suppressions, config: config.suppress, known: catalog, ran: selected },
    ...baseline ? { baseline } : {},
    isThere: presence(files2, unseen),
    ran: (id) => selected.some((rule) => rule.id === id)
  });
  return toReport(options, selected, result, triaged);
}
function withSeverity(rule, config) {
  const severity = severityOf(rule, config.severities);
  return severity === void 0 ? rule : { ...rule, severity };
}
function setSeverities(findings, rules, config) {
  const severities = new Map(rules.map((rule) => [rule.id, severityOf(rule, config.severities)]));
  for (const finding of findings) finding.severity = severities.get(finding.ruleId) ?? finding.severity;
}
function presence(files2, unseen) {
  const paths = new Set(files2.map(({ path }) => path));
  return (path) => {
    if (paths.has(path)) return true;
    const parts = path.split("/");
    return parts.some((_, i) => unseen.has(parts.slice(0, i + 1).join("/")));
  };
}
async function collectFiles(options, result) {
  const files2 = [];
  const unseen = /* @__PURE__ */ new Set();
  const turn = new Turn(options);
  for (const entry of walkTarget(options.target, options.isExcluded)) {
    if (entry.type === "file") files2.push(entry.file);
    else if (entry.type === "problem") {
      result.problems.push(entry.problem);
      unseen.add(entry.problem.path ?? "");
    } else {
      result.coverage.excluded++;
      unseen.add(entry.path);
    }
    await turn.yieldIfDue(() => ({ files: 0, bytes: 0 }));
  }
  return { files: files2, unseen };
}
async function scanHere(files2, { evaluator, buffer }, options, result) {
  const turn = new Turn(options);
  const breathe = () => turn.yieldIfDue(() => ({
    files: result.coverage.files,
    totalFiles: files2.length,
    bytes: result.coverage.bytes
  }));
  for (const file of files2) {
    await scanFile(file, evaluator, buffer, result, breathe);
    await breathe();
  }
}
async function scanInThreads(files2, start, options, result) {
  const pool = new ThreadPool(options.workerUrl, start, options.jobs);
  try {
    await pool.run(files2, options.signal, (batch) => {
      addResult(result, batch);
      options.onProgress?.({
        files: result.coverage.files,
        totalFiles: files2.length,
        bytes: result.coverage.bytes
      });
    });
  } finally {
    await pool.close();
  }
}
var Turn = class {
  #options;
  #last = performance.now();
  constructor(options) {
    this.#options = options;
  }
  async yieldIfDue(progress) {
    if (performance.now() - this.#last < TURN_MS) return;
    await nextTurn();
    if (this.#options.signal.aborted) throw new InterruptedError();
    this.#options.onProgress?.(progress());
    this.#last = performance.now();
  }
};
function toReport(options, rules, result, { findings, triage, problems }) {
  return {
    version: VERSION,
    target: { kind: "directory", path: options.target },
    findings,
    problems: [...result.problems, ...problems].sort(
      (a, b) => compare(a.path ?? "", b.path ?? "") || compare(a.message, b.message) || (a.line ?? 0) - (b.line ?? 0)
    ),
    rules: [...rules].sort((a, b) => compare(a.id, b.id)),
    coverage: result.coverage,
    triage
  };
}

// src/scan-setup.ts
import { realpathSync as realpathSync3 } from "node:fs";
import { join as join5, sep } from "node:path";

// src/baseline-file.ts
var BASELINE_NAME = ".vaultcheck-baseline.json";
var MOST_BYTES2 = 64 * 1024 * 1024;
var VERSION2 = 1;
var BASELINE_SCHEMA = {
  type: "object",
  properties: {
    version: { type: "integer", description: "Version of this form of file.", minimum: VERSION2 },
    note: { type: "string" },
    salt: { type: "string", description: "Kept when the file is written again.", pattern: "^[0-9a-f]{32}$" },
    findings: {
      type: "array",
      items: {
        type: "object",
        properties: {
          rule: { type: "string", minLength: 1 },
          path: { type: "string", minLength: 1 },
          line: { type: "string", description: "Hash of the masked lines of the finding.", pattern: "^[0-9a-f]{16}$" },
          around: { type: "string", description: "Hash of these and their neighbours.", pattern: "^[0-9a-f]{16}$" },
          value: { type: "string", description: "At most 16 bits of a salted hash.", pattern: "^[0-9a-f]{1,4}$" },
          count: { type: "integer", minimum: 1 }
        },
        required: ["rule", "path", "line", "around", "count"],
        additionalProperties: false
      }
    }
  },
  required: ["version", "salt", "findings"],
  additionalProperties: false
};
function readBaseline(file, options) {
  try {
    return parseBaseline(readSmallFile(file, { mostBytes: MOST_BYTES2, ...options }), file);
  } catch (error) {
    if (!(error instanceof SmallFileError)) throw error;
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return void 0;
    throw new ConfigError("baseline-unreadable", `${file} ${error.message}`, {
      hint: "name a regular file, or leave it out with --no-baseline",
      cause: error
    });
  }
}
function parseBaseline(text2, file) {
  const fail = (message, line) => {
    throw new ConfigError("baseline-invalid", `${file}:${line}: ${message}`, {
      hint: "restore it from version control, or write it anew with `vaultcheck baseline --force`"
    });
  };
  let data;
  try {
    data = JSON.parse(text2);
  } catch (error) {
    return fail("not JSON", lineOfSyntaxError(text2, error));
  }
  if (typeof data?.version === "number" && data.version > VERSION2)
    return fail(`version ${data.version} is newer than this vaultcheck, which knows ${VERSION2}`, 1);
  if (!isSound(data)) {
    const checked = readCheckedYaml(text2, BASELINE_SCHEMA);
    return fail(checked.mistake?.message ?? "no baseline", checked.mistake?.line ?? 1);
  }
  return { salt: data.salt, entries: data.findings };
}
function isSound(data) {
  const is = (value, form) => typeof value === "string" && form.test(value);
  const { version, salt, findings, note, ...others } = data ?? {};
  if (version !== VERSION2 || !is(salt, /^[0-9a-f]{32}$/) || !Array.isArray(findings)) return false;
  if (Object.keys(others).length > 0 || !["string", "undefined"].includes(typeof note)) return false;
  return findings.every((entry) => {
    const { rule, path, line, around, value, count, ...rest } = entry ?? {};
    const areTexts = is(rule, /./) && is(path, /./s) && is(line, /^[0-9a-f]{16}$/) && is(around, /^[0-9a-f]{16}$/);
    const isCounted = Number.isInteger(count) && count >= 1;
    const isTag = value === void 0 || is(value, /^[0-9a-f]{1,4}$/);
    return areTexts && isCounted && isTag && Object.keys(rest).length === 0;
  });
}
function lineOfSyntaxError(text2, error) {
  const conflict = text2.split("\n").findIndex((line) => /^(?:<{7}|={7}|>{7})/.test(line));
  if (conflict >= 0) return conflict + 1;
  const position = /position (\d+)/.exec(error.message)?.[1];
  const end = /end of JSON/.test(error.message) ? text2.length : 0;
  return text2.slice(0, position === void 0 ? end : Number(position)).split("\n").length;
}

// src/scan-setup.ts
function scanSetup(request) {
  const { target } = request;
  const config = request.readsConfig ? readConfig(target) : NO_CONFIG;
  const baseline = request.baseline === "none" ? void 0 : findBaseline(request, config);
  return {
    target,
    only: request.only ?? config.only,
    skip: [...config.skip, ...request.skip ?? []],
    config,
    isExcluded: pathTest(config.exclude),
    ...baseline ? { baseline } : {}
  };
}
function baselinePath(target, config, flag) {
  return flag ?? join5(target, config.baseline ?? BASELINE_NAME);
}
function findBaseline({ target, baseline: flag }, config) {
  const path = baselinePath(target, config, flag);
  if (flag === void 0 && config.baseline !== void 0) checkInside(path, target);
  const baseline = readBaseline(path, { followsLinks: flag !== void 0 });
  if (baseline) return { path, baseline };
  if (flag === void 0 && config.baseline === void 0) return void 0;
  throw new ConfigError("baseline-missing", `baseline ${path} is not there`, {
    hint: "`vaultcheck baseline` writes it"
  });
}
function checkInside(path, target) {
  let real;
  let root;
  try {
    real = realpathSync3(path);
    root = realpathSync3(target);
  } catch {
    return;
  }
  if (real.startsWith(root.endsWith(sep) ? root : root + sep)) return;
  throw new ConfigError("baseline-outside", `baseline ${path} lies outside the target`, {
    hint: "name one with --baseline"
  });
}

// src/worker.ts
import { parentPort } from "node:worker_threads";
function serveBatches(start) {
  const catalog = withStopWords(loadCatalog(), start.inputs.options.stopWords ?? []);
  const wanted = new Set(start.ruleIds);
  const evaluator = new Evaluator(
    catalog,
    catalog.filter((rule) => wanted.has(rule.id)),
    start.inputs,
    start.salt
  );
  const buffer = new ReadBuffer(evaluator.memory);
  parentPort.on("message", async (files2) => {
    const result = emptyResult();
    for (const file of files2) await scanFile(toBuffer(file), evaluator, buffer, result);
    parentPort.postMessage(result);
  });
}
function toBuffer(file) {
  return typeof file.absolute === "string" ? file : { ...file, absolute: Buffer.from(file.absolute) };
}

// src/action.ts
var LARGEST_SUMMARY_BYTES = 1024 * 1024;
function input(name, otherwise = "") {
  return process.env[`INPUT_${name.toUpperCase()}`]?.trim() || otherwise;
}
function isPullRequest() {
  return /^pull_request/.test(process.env.GITHUB_EVENT_NAME ?? "");
}
async function runAction() {
  const workspace = process.env.GITHUB_WORKSPACE ?? process.cwd();
  const target = resolve2(workspace, input("path", "."));
  const failOn = input("fail-on", "high");
  if (failOn !== "none" && !SEVERITIES.includes(failOn)) {
    throw new UsageError("fail-on", `fail-on must be one of none, ${SEVERITIES.join(", ")}`);
  }
  const trust = isPullRequest() ? { readsConfig: false, baseline: "none" } : { readsConfig: true };
  const report = await scan({
    ...scanSetup({ target, ...trust }),
    jobs: availableParallelism(),
    workerUrl: new URL(import.meta.url),
    signal: new AbortController().signal
  });
  const below = relative(workspace, target).split(sep2).join("/");
  const repositoryPrefix = below === "" ? "" : `${below}/`;
  const options = { color: false, width: 120, verbose: false, quiet: false, repositoryPrefix };
  const sarif2 = resolve2(workspace, input("sarif-file", "vaultcheck.sarif"));
  writeWhole(sarif2, REPORTERS.sarif(report, options));
  process.stdout.write(REPORTERS.github(report, options));
  if (isPullRequest())
    process.stdout.write("vaultcheck: .vaultcheck.yml and the baseline are not read on pull requests\n");
  appendTo("GITHUB_STEP_SUMMARY", REPORTERS.markdown(report, options).slice(0, LARGEST_SUMMARY_BYTES / 4));
  appendTo("GITHUB_OUTPUT", `sarif-file=${sarif2}
findings=${report.findings.length}
`);
  process.exitCode = exitCode(report, {
    failOn,
    failConfidence: "medium",
    allowIncomplete: input("allow-incomplete") === "true",
    strict: false
  });
}
function appendTo(variable, text2) {
  const file = process.env[variable];
  if (file) appendFileSync(file, text2);
}
if (isMainThread) {
  runAction().catch((error) => {
    const message = error instanceof VaultcheckError ? error.message : `internal error: ${error.name}`;
    process.stdout.write(`::error title=vaultcheck::${escapeCommandData(message)}
`);
    process.exitCode = 2;
  });
} else if (workerData?.role === "vaultcheck-scan") serveBatches(workerData);
/*! Bundled license information:

js-yaml/dist/js-yaml.mjs:
  (*! js-yaml 5.5.0 https://github.com/nodeca/js-yaml @license MIT *)
*/
