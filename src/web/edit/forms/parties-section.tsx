import { useWords } from "../../words/words.tsx";
import { CheckFields, Fields } from "./fields.tsx";
import { useForm } from "./form-context.tsx";
import { NamedList } from "./named-list.tsx";
import {
  addItem,
  child,
  idsOf,
  idsValue,
  idText,
  items,
  type Part,
  partOf,
  removeItem,
  setField,
  unknownKeys,
} from "./read-value.ts";
import { OnlyInSource, RemoveButton } from "./section.tsx";
import { TextOf } from "./text-of.tsx";

const roles = ["belligerent", "claimant", "guarantor", "contributor", "mediator", "facilitator", "party"] as const;

export function PartiesSection() {
  const words = useWords();
  const { edit } = useForm();
  return (
    <NamedList
      section="parties"
      title={words("edit.parties")}
      add={words("edit.parties.add")}
      newId="party"
      newValue={(id) =>
        new Map([
          ["name", id],
          ["role", "party"],
        ])
      }
      naming={(id) => ({ kind: "party", id })}
    >
      {(party) => (
        <>
          <Fields>
            <TextOf of={party} name="name" short="name" label={words("edit.name")} />
            <TextOf of={party} name="note" label={words("edit.note")} long />
          </Fields>
          <CheckFields
            label={words("edit.parties.roles")}
            values={idsOf(child(party.value, "role"))}
            choices={roles.map((id) => ({ id, name: words(`edit.role.${id}`) }))}
            onChange={(ids) => edit(setField(party, "role", idsValue(ids)))}
          />
          <Members party={party} />
          <OnlyInSource path={party.path} keys={unknownKeys(party.value, ["name", "role", "members", "note"])} />
        </>
      )}
    </NamedList>
  );
}

function Members({ party }: { readonly party: Part }) {
  const words = useWords();
  const { edit, readOnly } = useForm();
  const list = partOf(party, "members");
  const members = items(list);
  return (
    <fieldset className="edit-members">
      <legend>{words("edit.members")}</legend>
      {members.map((member) => {
        const name = idText(child(member.value, "name")) ?? idText(member.value) ?? "";
        return (
          <div key={member.path.join("/")} className="edit-member">
            <TextOf of={member} name="name" short="name" label={words("edit.name")} required />
            <TextOf of={member} name="role" label={words("edit.members.role")} />
            <label className="edit-check">
              <input
                type="checkbox"
                disabled={readOnly}
                checked={child(member.value, "consent_matters") === true}
                onChange={(event) => edit(setField(member, "consent_matters", event.target.checked ? true : undefined))}
              />
              {words("edit.members.consent")}
            </label>
            {readOnly ? null : <RemoveButton of={name} onRemove={() => edit(removeItem(list, member))} />}
          </div>
        );
      })}
      {readOnly ? null : (
        <button
          type="button"
          className="edit-add"
          onClick={() => edit(memberEdits(party, list, words("edit.members.new")))}
        >
          {words("edit.members.add")}
        </button>
      )}
    </fieldset>
  );
}

/** A party written as its name alone becomes a map first. */
function memberEdits(party: Part, list: Part, name: string) {
  const member = new Map([["name", name]]);
  return idText(party.value) === undefined ? addItem(list, member) : setField(party, "members", [member]);
}

export function ClustersSection() {
  const words = useWords();
  return (
    <NamedList
      section="clusters"
      title={words("edit.clusters")}
      add={words("edit.clusters.add")}
      newId="cluster"
      newValue={(id) => id}
      naming={(id) => ({ kind: "cluster", id })}
    >
      {(cluster) => (
        <Fields>
          <TextOf of={cluster} name="name" short="name" label={words("edit.name")} />
          <TextOf of={cluster} name="note" label={words("edit.note")} long />
        </Fields>
      )}
    </NamedList>
  );
}
